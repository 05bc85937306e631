import { dayIn } from '../../domain/calendar.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { licenceColumns, type ListedLicence, licenceRow } from '../../client/listing/licence-row.ts';
import { countOf } from '../../client/words/count-of.ts';
import { planOf } from '../../plans/plan-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing, type ListingOptions } from '../shell/listing.ts';
import { planNamed } from '../shell/plan-named.ts';

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
        return licenceRow(plan, licence, dayIn(plan.timeZone, now));
      }),
    );
  }
  if (listed.isEmpty && listed.isTable) output.note('No licences.');
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'licence')} cannot be read.`);
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
  csv: licenceColumns,
};
