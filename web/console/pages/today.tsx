import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import type { Page } from '../../../client/browsing/pages.ts';
import { returnedMails } from '../../../client/customers/returned-mails.ts';
import type { Deployment } from '../../../client/deployment/deployment.ts';
import { sentLastDay } from '../../../client/inspection/sent-last-day.ts';
import { keptPaymentsOf } from '../../../client/payments/kept-payments.ts';
import { figuresOfPlan } from '../../../client/today/figures-of-plan.ts';
import { type RunOfDay, runsOfDay } from '../../../client/today/run-of-day.ts';
import { countOf } from '../../../client/words/count-of.ts';
import { formatMoney } from '../../../domain/billing/money.ts';
import { addDays, dayIn } from '../../../domain/calendar.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { plans } from '../../../plans/index.ts';
import type { AddPage } from '../context.ts';
import { showPage } from '../layout/page.tsx';
import { chosenPlan } from '../parts/filters.tsx';
import { Figures } from '../parts/figures.tsx';
import { Notice } from '../parts/notice.tsx';
import { RunCard } from '../parts/run-card.tsx';

/** So many parked licences are counted. */
const mostParked = 1000;
/** Addresses that sent mail back within so many days are counted, and so many of them. */
const returnedDays = 30;
const mostReturned = 100;

/** The run of the day of each plan; of one plan what waits for a person, and its money. */
export const addToday: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  app.get('/', async (c) => {
    const runs = await runsOfDay(deployment, plans, c.var.now);
    const plan = chosenPlan(c);
    const run = runs.find((each) => each.plan.id === plan.id);
    return showPage(
      c,
      { title: 'Today', at: '/' },
      <>
        <ul class="run-cards">
          {runs.map((each) => (
            <RunCard run={each} isChosen={each.plan.id === plan.id} />
          ))}
        </ul>
        <h2>{plan.name}</h2>
        {run === undefined ? null : await ofPlan(deployment, pages, plan, run, c.var.now)}
      </>,
    );
  });
};

async function ofPlan(deployment: Deployment, pages: LicencePages, plan: Plan, run: RunOfDay, now: string) {
  const today = dayIn(plan.timeZone, now);
  const nextRun = run.line?.ended === 'done' || run.line?.ended === 'failed' ? addDays(run.day, 1) : today;
  const [figures, parked, payments, sent, returned] = await Promise.all([
    figuresOfPlan(pages, plan, today, nextRun),
    pages.parkedOf(plan.id, mostParked),
    keptPaymentsOf(deployment).countWaiting(),
    sentLastDay(),
    returnedMails(deployment, mostReturned, addDays(today, -returnedDays)),
  ]);
  const { open, overdue, lapsing, ordersWithoutPurchaseOrder, mailsToSend, isCut } = figures;
  const { held = 0, unknown = 0 } = run.line ?? {};
  const of = `plan=${plan.id}`;
  return (
    <>
      {isCut ? (
        <Notice kind="info">
          These figures cover only the first licences with something due. Each list goes through all.
        </Notice>
      ) : null}
      <h3>Waits for a person</h3>
      <Figures
        figures={[
          {
            label: 'Parked licences',
            value: atLeast(parked),
            href: `/parked?${of}`,
            needsSomebody: true,
          },
          { label: 'Held mails', value: held, href: `/held-mails?${of}`, needsSomebody: true },
          {
            label: 'Mails that may not have gone out',
            value: unknown,
            href: `/held-mails?${of}`,
            needsSomebody: true,
          },
          {
            label: 'Orders without a purchase order',
            value: ordersWithoutPurchaseOrder,
            href: `/invoices?${of}&state=no-purchase-order`,
            needsSomebody: true,
          },
          {
            label: 'Payments of all plans that match nothing',
            value: payments,
            href: '/payments',
            needsSomebody: true,
          },
        ]}
      />
      <h3>Money</h3>
      <Figures
        figures={[
          {
            label: 'Overdue',
            value: formatMoney(overdue.amount),
            note: countOf(overdue.count, 'invoice'),
            href: `/invoices?${of}&state=overdue`,
          },
          {
            label: 'Open',
            value: formatMoney(open.amount),
            note: countOf(open.count, 'invoice'),
            href: `/invoices?${of}`,
          },
          {
            label: 'Lapses within 30 days',
            value: formatMoney(lapsing.amount),
            note: countOf(lapsing.count, 'licence'),
            href: `/lapsing?${of}`,
          },
        ]}
      />
      <h3>Mail</h3>
      <Figures
        figures={[
          { label: 'Sent in 24 hours, all plans', value: sent ?? 'not known' },
          { label: 'To send with the next run', value: mailsToSend, href: `/due?${of}&days=next` },
          {
            label: `Addresses that sent mail back in ${returnedDays} days, all plans`,
            value: atLeast(returned),
            href: '/returned-mails',
            needsSomebody: true,
          },
        ]}
      />
    </>
  );
}

/** How many there are; only the least where not all were read. */
function atLeast({ rows, next }: Pick<Page<unknown>, 'rows' | 'next'>): number | string {
  return next === undefined ? rows.length : `${rows.length} or more`;
}
