import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import { withNames } from '../../../client/browsing/names.ts';
import { DueLicences } from '../../../client/finding/due-licences.ts';
import { amountsInWords, byDay, dueColumns, type DueRow, dueRows } from '../../../client/finding/due-rows.ts';
import { addDays, type CivilDate, dayIn } from '../../../domain/calendar.ts';
import type { Days } from '../../../domain/time/days.ts';
import type { AddPage } from '../context.ts';
import { chosenPlan, Filters } from '../parts/filters.tsx';
import { CustomerLink, LicenceLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';
import type { Column } from '../parts/table.tsx';

const atATime = 100;

const periods = {
  next: 'The next run',
  tomorrow: 'Tomorrow',
  week: '7 days',
  month: '30 days',
  sixty: '60 days',
} as const;
type Period = keyof typeof periods;

/** What the next runs send and do, licence by licence. */
export const addDue: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  const due = new DueLicences(deployment);
  app.get('/due', async (c) => {
    const plan = chosenPlan(c);
    const today = dayIn(plan.timeZone, c.var.now);
    const nextRun = await due.nextRun(plan.id, today);
    const asked = c.req.query('days') ?? '';
    const period = isPeriod(asked) ? asked : 'sixty';
    const days = daysOf(period, today, nextRun);
    return showList<DueRow>(c, {
      title: 'Due',
      at: '/due',
      head: (
        <>
          <nav aria-label="Days">
            <ul class="tabs">
              {Object.entries(periods).map(([name, label]) => (
                <li>
                  <a
                    href={`/due?plan=${plan.id}&days=${name}`}
                    aria-current={name === period ? 'page' : undefined}
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Filters plan={plan}>
            <input type="hidden" name="days" value={period} />
          </Filters>
          <p class="muted">
            What the runs {days.from === days.to ? `of ${days.to}` : `from ${days.from} to ${days.to}`} send
            and do if nobody acts. The next run is on {nextRun}.
          </p>
        </>
      ),
      columns,
      csv: dueColumns,
      empty: 'Nothing of this plan is due in these days.',
      read: async (from) => {
        const page = await pages.dueBy(plan.id, days.to, atATime, from);
        const rows = page.rows.flatMap((stored) => dueRows(plan, stored, nextRun, days)).toSorted(byDay);
        return { ...page, rows: await withNames(deployment, rows) };
      },
    });
  });
};

function isPeriod(text: string): text is Period {
  return Object.hasOwn(periods, text);
}

function daysOf(period: Period, today: CivilDate, nextRun: CivilDate): Days {
  switch (period) {
    case 'next':
      return { from: nextRun, to: nextRun };
    case 'tomorrow':
      return { from: addDays(today, 1), to: addDays(today, 1) };
    case 'week':
      return { from: nextRun, to: addDays(today, 7) };
    case 'month':
      return { from: nextRun, to: addDays(today, 30) };
    case 'sixty':
      return { from: nextRun, to: addDays(today, 60) };
  }
}

const columns: readonly Column<DueRow>[] = [
  { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
  { heading: 'Day', of: ({ date }) => date },
  { heading: 'What', of: ({ what }) => what },
  { heading: 'Customer', of: ({ customerId, customer }) => <CustomerLink id={customerId} name={customer} /> },
  { heading: 'Amount', isNumber: true, of: amountsInWords },
  { heading: 'Until', of: ({ until }) => until ?? '' },
];
