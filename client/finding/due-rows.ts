import type { CivilDate } from '../../domain/calendar.ts';
import { decimalOf, formatMoney } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { countOf } from '../words/count-of.ts';
import type { Days } from '../../domain/time/days.ts';
import type { CsvColumns } from '../listing/csv-columns.ts';
import type { Stored } from './due-licences.ts';
import { type GoingOut, goingOut } from './going-out.ts';

/** A row of the list: what goes out, and the customer's name where the table has the customer. */
export interface DueRow extends GoingOut {
  readonly customer?: string | undefined;
}

/**
 * What the runs of some days will do for a licence. Mails that wait in its outbox go out with the next run.
 * @param from the first day whose run is still to come
 */
export function dueRows(
  plan: Plan,
  { licence, outbox, mailsOn }: Stored,
  from: CivilDate,
  days: Days,
): readonly DueRow[] {
  const { licenceId, planId, customerId } = licence.facts;
  const sentOn = mailsOn !== undefined && mailsOn > from ? mailsOn : from;
  const isWaiting = outbox.length > 0 && sentOn >= days.from && sentOn <= days.to;
  const waiting = { date: sentOn, licenceId, planId, customerId, amounts: [] };
  return [
    ...(isWaiting ? [{ ...waiting, what: `${countOf(outbox.length, 'mail')} still to send` }] : []),
    ...goingOut(plan, licence, from, days),
  ];
}

/** By day, then by licence. */
export function byDay(a: DueRow, b: DueRow): number {
  const [one, other] = [a, b].map(({ date, licenceId }) => `${date} ${licenceId}`);
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;
}

/** The amount, or each that a quote offers with its years. */
export function amountsInWords({ amounts }: Pick<DueRow, 'amounts'>): string {
  const total = (each: DueRow['amounts'][number]) => formatMoney(each.total);
  if (amounts.length <= 1) return amounts.map(total).join('');
  return amounts.map((each) => `${total(each)} (${countOf(each.years ?? 1, 'year')})`).join(', ');
}

/** The columns of the list as CSV. */
export const dueColumns: CsvColumns<DueRow> = [
  ['date', ({ date }) => date],
  ['planId', ({ planId }) => planId],
  ['licenceId', ({ licenceId }) => licenceId],
  ['customerId', ({ customerId }) => customerId],
  ['customer', ({ customer }) => customer],
  ['what', ({ what }) => what],
  ['currency', ({ amounts }) => amounts[0]?.total.currency],
  // The first option of a quote; JSON has all.
  ['amount', ({ amounts: [first] }) => first && decimalOf(first.total)],
  ['until', ({ until }) => until],
];
