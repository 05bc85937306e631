import { type BatchLicence, type BatchLine, mostInBatch } from '../../contracts/workflow/payloads.ts';

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
  for (const ofCustomer of inOrder) {
    if (batch.length > 0 && batch.length + ofCustomer.length > size) {
      yield { licences: batch };
      batch = [];
    }
    for (let from = 0; from < ofCustomer.length; from += mostInBatch) {
      batch.push(...ofCustomer.slice(from, from + mostInBatch));
      if (batch.length < mostInBatch) continue;
      yield { licences: batch };
      batch = [];
    }
  }
  if (batch.length > 0) yield { licences: batch };
}

function byId(one: BatchLicence, other: BatchLicence): number {
  return one.licenceId < other.licenceId ? -1 : Number(one.licenceId > other.licenceId);
}

function byFirstId([one]: readonly BatchLicence[], [other]: readonly BatchLicence[]): number {
  return one === undefined || other === undefined ? 0 : byId(one, other);
}
