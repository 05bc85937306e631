import { termsIn } from '../../domain/customer/terms.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, interrupted } from '../shell/ending.ts';
import type { Output } from '../shell/output.ts';
import type { Comparison } from './comparison.ts';
import type { Found } from './found.ts';
import { RowFailed, RowWriter } from './row-writer.ts';

const mostPrinted = 50;

/**
 * Writes what is new and changed in a book. The next import after an interruption finds unchanged what this one wrote.
 */
export async function writeAll(output: Output, comparison: Comparison): Promise<void> {
  const { total } = comparison;
  const writer = new RowWriter(comparison.deployment.operator);
  let written = 0;
  let problems = 0;
  const customersMissing = new Set<string>();
  const remedy = 'Import the book again to write the others.';
  const work = async (found: Found) => {
    try {
      if (found.of === 'licence' && found.isNew && customersMissing.has(found.facts.customerId))
        throw new RowFailed(`its customer ${found.facts.customerId} was not written`);
      // Awaited first: others are counted meanwhile.
      const count = await write(writer, found);
      written += count;
    } catch (error) {
      if (!(error instanceof RowFailed)) throw error;
      problems += 1;
      if (found.of === 'customer') customersMissing.add(found.customer.customerId);
      const id = found.of === 'customer' ? found.customer.customerId : found.facts.licenceId;
      if (problems <= mostPrinted) output.note(`Failed: ${id}: ${error.message}`);
    }
  };
  const done = await comparison.goThrough('written', work).catch((error: unknown) => {
    output.note(`The import was aborted after ${countOf(written, 'write')}. ${remedy}`);
    throw error;
  });
  if (done < total) {
    throw interrupted(
      `Stopped after ${done} of ${total} customers and licences, with ${countOf(written, 'write')}. ${remedy}`,
    );
  }
  if (problems > 0) throw failed(`${problems} of ${total} customers and licences failed. ${remedy}`);
  output.note(
    `${countOf(written, 'customer or licence', 'customers and licences')} written. The next run sends the mails that registrations call for.`,
  );
}

/**
 * Writes what is new or changed, and gives how many writes it took. The licences of a changed customer come before it:
 * the customer alone says that they are to change.
 */
async function write(writer: RowWriter, found: Found): Promise<number> {
  if (!found.isNew && found.changed.length === 0) return 0;
  if (found.of === 'customer') {
    for (const licence of found.licences) await write(writer, licence);
    await writer.write({ row: 'customer', customer: found.customer });
    return found.licences.length + 1;
  }
  const { licenceId } = found.facts;
  if (found.isNew) await writer.write({ row: 'licence', facts: found.facts });
  else if (found.isRepaired === true) await writer.write({ row: 'state-of-licence', licenceId });
  else await writer.write({ row: 'customer-of-licence', licenceId, ...termsIn(found.facts) });
  return 1;
}
