import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';
import type { Money } from '../../domain/billing/money.ts';
import { recordedPayment } from '../../domain/payments/payment.ts';
import type { SharedDocument } from '../documents/shared-document.ts';

/** What a payment gave to the licences of a shared document before, by their ids. */
export async function recordedParts(
  licences: LicenceStore,
  { lines }: SharedDocument,
  paymentId: string,
): Promise<ReadonlyMap<string, Money>> {
  const ids = [...new Set(lines.map(({ licenceId }) => licenceId))];
  const journals = await sideBySide(ids, (licenceId) => licences.events(licenceId));
  const recorded = new Map<string, Money>();
  for (const [index, licenceId] of ids.entries()) {
    const payment = recordedPayment(journals[index] ?? [], paymentId);
    if (payment !== undefined) recorded.set(licenceId, payment.amount);
  }
  return recorded;
}
