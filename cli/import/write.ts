import { failed, interrupted } from '../shell/ending.ts';
import type { Output } from '../shell/output.ts';
import type { Comparison } from './comparison.ts';
import type { Found } from './found.ts';

const mostTold = 50;

/**
 * Writes what is new and changed in a book. What was written before an interruption is found unchanged by the next
 * import.
 */
export async function writeAll(output: Output, comparison: Comparison): Promise<void> {
  const { total } = comparison;
  let written = 0;
  let problems = 0;
  const customersMissing = new Set<string>();
  const goOn = 'import the book again for the others';
  const work = async (found: Found) => {
    try {
      if (found.of === 'licence' && found.isNew && customersMissing.has(found.facts.customerId))
        throw new Error(`its customer ${found.facts.customerId} was not written`);
      // Awaited first: others are counted meanwhile.
      const count = await write(comparison, found);
      written += count;
    } catch (error) {
      problems += 1;
      if (found.of === 'customer') customersMissing.add(found.customer.customerId);
      const id = found.of === 'customer' ? found.customer.customerId : found.facts.licenceId;
      if (problems <= mostTold)
        output.note(`failed: ${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const done = await comparison.goThrough('written', work).catch((error: unknown) => {
    output.note(`broken off, with ${written} written; ${goOn}`);
    throw error;
  });
  if (done < total) {
    throw interrupted(
      `stopped after ${done} of ${total} customers and licences, with ${written} written; ${goOn}`,
    );
  }
  if (problems > 0) throw failed(`${problems} of ${total} failed; ${goOn}`);
  output.note(`${written} written; mails that registrations call for go out with the next run`);
}

/**
 * Writes what is new or changed, and gives how many writes it took. The licences of a changed customer come before it:
 * the customer alone tells that they are to change.
 */
async function write(comparison: Comparison, found: Found): Promise<number> {
  const { deployment, today } = comparison;
  if (!found.isNew && found.changed.length === 0) return 0;
  if (found.of === 'customer') {
    for (const licence of found.licences) await write(comparison, licence);
    await deployment.putCustomer(found.customer);
    return found.licences.length + 1;
  }
  const { licenceId, planId, customerKind, country } = found.facts;
  if (found.isNew) await deployment.register(found.facts);
  else {
    const on = today(planId);
    const command = { activity: 'change-customer', customerKind, country, on } as const;
    const decision = await deployment.apply(licenceId, command, on);
    if (decision.outcome === 'refused') throw new Error(decision.reason);
  }
  return 1;
}
