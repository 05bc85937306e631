import { allThatIsOpen } from '../../domain/payments/payment.ts';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { decimalOf, formatMoney, type Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { countOf } from '../shell/count-of.ts';
import { planOf } from '../../plans/plan-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing, type ListingOptions } from '../shell/listing.ts';
import { planNamed } from '../shell/plan-named.ts';

/** A licence in a line. */
interface ListedLicence {
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

export interface ListOptions extends ListingOptions {
  readonly plan?: string;
  readonly customer?: string;
}

/**
 * Prints the licences of a plan or a customer as they are read, some hundred at a time; ends early if nobody reads on. Names
 * those that cannot be read, and fails because of them.
 */
export async function listLicences(at: Invocation, options: ListOptions): Promise<void> {
  const { output, signal, now } = at;
  const { plan: planId, customer: customerId } = options;
  if (planId === undefined && customerId === undefined)
    throw refused('Name a --plan, a --customer, or both.');
  const named = planId === undefined ? undefined : planNamed(planId);
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const pages =
    customerId === undefined
      ? deployment.licencesOf(named?.id ?? '')
      : deployment.statesOfCustomer(customerId);
  const listed = new Listing(output, columns, options);
  let unreadable = 0;
  for await (const licences of pages) {
    signal.throwIfAborted();
    if (!output.isRead) return;
    unreadable += licences.unreadable.length;
    for (const { problem } of licences.unreadable) output.note(`Skipping ${problem}`);
    const ofPlan = licences.values.filter(({ facts }) => named === undefined || facts.planId === named.id);
    listed.add(
      ofPlan.map((licence) => {
        const plan = planOf(licence.facts.planId);
        return inALine(plan, licence, dayIn(plan.timeZone, now));
      }),
    );
  }
  if (listed.isEmpty && listed.isTable) output.note('No licences.');
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'licence')} cannot be read.`);
}

function inALine(plan: Plan, licence: Licence, today: CivilDate): ListedLicence {
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

const columns: Columns<ListedLicence> = {
  table: [
    ['licence', ({ licenceId }) => licenceId],
    ['plan', ({ planId }) => planId],
    ['product', ({ product }) => product],
    ['customer', ({ customerId }) => customerId],
    ['standing', ({ standing }) => standing],
    ['until', ({ until }) => until],
    ['to pay', ({ toPay }) => toPay && formatMoney(toPay)],
  ],
  csv: [
    ['licenceId', ({ licenceId }) => licenceId],
    ['planId', ({ planId }) => planId],
    ['product', ({ product }) => product],
    ['customerId', ({ customerId }) => customerId],
    ['standing', ({ standing }) => standing],
    ['until', ({ until }) => until],
    ['currency', ({ toPay }) => toPay?.currency],
    ['toPay', ({ toPay }) => toPay && decimalOf(toPay)],
  ],
};
