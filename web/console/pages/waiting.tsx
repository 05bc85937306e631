import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import { withNames } from '../../../client/browsing/names.ts';
import type { ParkedLicence } from '../../../client/deployment/deployment.ts';
import { mailNotesOf, type NamedMailNote } from '../../../client/runs/mail-notes.ts';
import { mailKindInWords } from '../../../client/words/mail-kind.ts';
import { runsOfDay } from '../../../client/today/run-of-day.ts';
import { decimalOf, formatMoney } from '../../../domain/billing/money.ts';
import { addDays, dayIn } from '../../../domain/calendar.ts';
import { type ComingLapse, comingLapse } from '../../../domain/cover/coming-lapse.ts';
import type { AddPage } from '../context.ts';
import { Badge } from '../parts/badge.tsx';
import { chosenPlan, Filters } from '../parts/filters.tsx';
import { CustomerLink, LicenceLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';
import { mailPath } from '../parts/paths.ts';

const atATime = 100;
const daysAhead = 30;
/** One request for each page: their reasons are in the index. */
const mostParked = 1000;

type NamedLapse = ComingLapse & { readonly customer?: string | undefined };

/** What waits for a person: parked licences, held mails, and what lapses soon. */
export const addWaiting: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  app.get('/parked', (c) => {
    const plan = chosenPlan(c);
    return showList<ParkedLicence>(c, {
      title: 'Parked licences',
      at: '/',
      head: (
        <>
          <Filters plan={plan} />
          <p class="muted">
            A step failed on them. Runs skip them until somebody retries them on their page.
          </p>
        </>
      ),
      columns: [
        { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
        { heading: 'Since', of: ({ on }) => on },
        { heading: 'Why', of: ({ reason }) => reason },
      ],
      csv: [
        ['licenceId', ({ licenceId }) => licenceId],
        ['planId', ({ planId }) => planId],
        ['since', ({ on }) => on],
        ['why', ({ reason }) => reason],
      ],
      empty: 'No licence of this plan is parked.',
      read: (from) => pages.parkedOf(plan.id, mostParked, from),
    });
  });
  app.get('/held-mails', (c) => {
    const plan = chosenPlan(c);
    return showList<NamedMailNote>(c, {
      title: 'Held mails',
      at: '/',
      head: (
        <>
          <Filters plan={plan} />
          <p class="muted">
            Mails that the last run held, or that may not have gone out. Send them from the page of their
            licence.
          </p>
        </>
      ),
      columns: [
        { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
        {
          heading: 'Mail',
          of: ({ licenceId, mailId, kind, number = '' }) => (
            <a href={mailPath(licenceId, mailId)}>{`${mailKindInWords(kind)} ${number}`.trim()}</a>
          ),
        },
        { heading: 'State', of: ({ status }) => <Badge tone="attention">{status}</Badge> },
        { heading: 'Why', of: ({ reason }) => reason },
      ],
      csv: [
        ['licenceId', ({ licenceId }) => licenceId],
        ['mailId', ({ mailId }) => mailId],
        ['mail', ({ kind }) => mailKindInWords(kind)],
        ['number', ({ number = '' }) => number],
        ['state', ({ status }) => status],
        ['why', ({ reason }) => reason],
      ],
      empty: 'No mail of this plan waits.',
      read: async () => {
        const [run] = await runsOfDay(deployment, [plan], c.var.now);
        const rows = run?.line?.execution === undefined ? [] : await mailNotesOf(deployment, run.line);
        return { rows, unreadable: [] };
      },
    });
  });
  app.get('/lapsing', (c) => {
    const plan = chosenPlan(c);
    const today = dayIn(plan.timeZone, c.var.now);
    return showList<NamedLapse>(c, {
      title: 'Lapses within 30 days',
      at: '/',
      head: (
        <>
          <Filters plan={plan} />
          <p class="muted">If nobody acts, by what their customers would pay to go on, the largest first.</p>
        </>
      ),
      columns: [
        { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
        {
          heading: 'Customer',
          of: ({ customerId, customer }) => <CustomerLink id={customerId} name={customer} />,
        },
        { heading: 'Lapses on', of: ({ on }) => on },
        { heading: 'Why', of: ({ reason }) => reason },
        { heading: 'Amount', isNumber: true, of: ({ amount }) => formatMoney(amount) },
      ],
      csv: [
        ['licenceId', ({ licenceId }) => licenceId],
        ['customerId', ({ customerId }) => customerId],
        ['customer', ({ customer }) => customer],
        ['lapsesOn', ({ on }) => on],
        ['why', ({ reason }) => reason],
        ['currency', ({ amount }) => amount.currency],
        ['amount', ({ amount }) => decimalOf(amount)],
      ],
      empty: 'No licence of this plan lapses within 30 days.',
      read: async (from) => {
        const to = addDays(today, daysAhead);
        const page = await pages.dueBy(plan.id, to, atATime, from);
        const lapses = page.rows
          .flatMap(({ licence }) => comingLapse(plan, licence, today, to) ?? [])
          .toSorted((a, b) => b.amount.amount - a.amount.amount);
        return { ...page, rows: await withNames(deployment, lapses) };
      },
    });
  });
};
