import { openInvoicesOf } from '../browsing/open-items.ts';
import type { LicencePages } from '../browsing/licence-pages.ts';
import { add, money, type Money } from '../../domain/billing/money.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { comingLapse } from '../../domain/cover/coming-lapse.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** So many licences are read: three requests for their states. */
const mostLicences = 300;
/** How far ahead lapses are counted. */
const daysAhead = 30;

/** A number of things and what they come to. */
interface Figure {
  readonly count: number;
  readonly amount: Money;
}

/** What a manager of a plan's renewals looks at first. Amounts are gross. */
export interface FiguresOfPlan {
  readonly open: Figure;
  readonly overdue: Figure;
  /** What lapses within 30 days if nobody acts, by what its customers would pay to go on. */
  readonly lapsing: Figure;
  readonly ordersWithoutPurchaseOrder: number;
  readonly mailsToSend: number;
  /** Whether there are more licences with something due than were read: then the figures are the least. */
  readonly isCut: boolean;
}

/** @param nextRun the day of the plan's next run */
export async function figuresOfPlan(
  pages: LicencePages,
  plan: Plan,
  today: CivilDate,
  nextRun: CivilDate,
): Promise<FiguresOfPlan> {
  const { rows, next } = await pages.openOf(plan.id, today, mostLicences);
  const invoices = rows.flatMap((stored) => openInvoicesOf(stored, today));
  const lapses = rows.flatMap(({ licence }) => {
    const lapse = comingLapse(plan, licence, nextRun, addDays(today, daysAhead));
    return lapse === undefined ? [] : [lapse.amount];
  });
  const figure = (amounts: readonly Money[]): Figure => ({
    count: amounts.length,
    amount: amounts.reduce(add, money(0, plan.currency)),
  });
  const owed = (some: typeof invoices) => figure(some.map((invoice) => invoice.owed));
  return {
    open: owed(invoices),
    overdue: owed(invoices.filter(({ isOverdue }) => isOverdue)),
    lapsing: figure(lapses),
    ordersWithoutPurchaseOrder: invoices.filter(({ lacksPurchaseOrder }) => lacksPurchaseOrder).length,
    mailsToSend: rows.reduce((sum, { outbox }) => sum + outbox.length, 0),
    isCut: next !== undefined,
  };
}
