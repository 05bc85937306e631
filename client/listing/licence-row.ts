import { allThatIsOpen } from '../../domain/payments/payment.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { decimalOf, type Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CsvColumns } from './csv-columns.ts';

/** A licence in a line. */
export interface ListedLicence {
  readonly licenceId: string;
  readonly planId: string;
  readonly product: string;
  readonly customerId: string;
  readonly standing: Licence['standing']['status'];
  /** The last day of cover; unset where there is none, or no end to it. */
  readonly until?: CivilDate | undefined;
  /** All open invoices less credit; unset where nothing is to be paid. */
  readonly toPay?: Money | undefined;
}

/** A licence as of `today`. */
export function licenceRow(plan: Plan, licence: Licence, today: CivilDate): ListedLicence {
  const { licenceId, planId, product, customerId } = licence.facts;
  const cover = coverOn(plan, licence, today);
  const open = allThatIsOpen(licence);
  return {
    licenceId,
    planId,
    product,
    customerId,
    standing: licence.standing.status,
    until: cover.inForce ? cover.until : undefined,
    toPay: open.amount > 0 ? open : undefined,
  };
}

/** The columns of a list of licences as CSV. */
export const licenceColumns: CsvColumns<ListedLicence> = [
  ['licenceId', ({ licenceId }) => licenceId],
  ['planId', ({ planId }) => planId],
  ['product', ({ product }) => product],
  ['customerId', ({ customerId }) => customerId],
  ['standing', ({ standing }) => standing],
  ['until', ({ until }) => until],
  ['currency', ({ toPay }) => toPay?.currency],
  ['toPay', ({ toPay }) => toPay && decimalOf(toPay)],
];
