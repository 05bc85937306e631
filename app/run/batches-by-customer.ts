import { type BatchLicence, type BatchLine, mostInBatch, shares } from '../../contracts/workflow/batch.ts';
import { passSteps } from '../../contracts/workflow/steps.ts';

/**
 * Puts licences together in batches of about `size`, each customer's in one batch, in the order of their ids, a customer's
 * by its first. Only a customer with more than a batch holds is split. All are held in memory: a million take some 200 MB.
 */
export async function* batchesByCustomer(
  licences: AsyncIterable<BatchLicence> | Iterable<BatchLicence>,
  size: number,
): AsyncGenerator<BatchLine> {
  const byCustomer = new Map<string, BatchLicence[]>();
  for await (const licence of licences) {
    const known = byCustomer.get(licence.customerId);
    if (known === undefined) byCustomer.set(licence.customerId, [licence]);
    else known.push(licence);
  }
  const inOrder = [...byCustomer.values()].map((licences) => licences.toSorted(byId)).toSorted(byFirstId);
  let batch: BatchLicence[] = [];
  let bytes = 0;
  for (const ofCustomer of inOrder) {
    const [count, bytesOfCustomer] = [ofCustomer.length, sumOf(ofCustomer.map(bytesFor))];
    let isFull = batch.length + count > size || bytes + bytesOfCustomer > shares.ids;
    for (const licence of ofCustomer) {
      isFull ||= batch.length === mostInBatch || bytes + bytesFor(licence) > shares.ids;
      if (isFull && batch.length > 0) {
        yield { licences: batch };
        [batch, bytes] = [[], 0];
      }
      isFull = false;
      batch.push(licence);
      bytes += bytesFor(licence);
    }
  }
  if (batch.length > 0) yield { licences: batch };
}

/** Each licence may be named by every step of a pass, and once more with its customer. */
function bytesFor({ licenceId, customerId }: BatchLicence): number {
  return (passSteps.length + 1) * sizeOf(licenceId) + sizeOf(customerId) + bytesOfNames;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** `{"licenceId":…,"customerId":…},` without the ids. */
const bytesOfNames = 30;

function sizeOf(id: string): number {
  return Buffer.byteLength(JSON.stringify(id)) + 1;
}

function byId(one: BatchLicence, other: BatchLicence): number {
  return one.licenceId < other.licenceId ? -1 : Number(one.licenceId > other.licenceId);
}

function byFirstId([one]: readonly BatchLicence[], [other]: readonly BatchLicence[]): number {
  return one === undefined || other === undefined ? 0 : byId(one, other);
}
