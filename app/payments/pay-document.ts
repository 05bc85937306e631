import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { SharedDocument } from '../documents/shared-document.ts';
import { applyPayment } from './apply-payment.ts';
import { dividePayment } from './divide-payment.ts';
import { recordedParts } from './recorded-parts.ts';

/** A payment from a payment system or a bank that names a shared document by its number. */
export interface DocumentPayment {
  readonly paymentId: string;
  /** Above zero, in the plan's currency. */
  readonly amount: Money;
  readonly received: CivilDate;
  readonly on: CivilDate;
}

/**
 * Records a payment that names a shared invoice, or a shared quote whose orders it pays: its lines in the order of their
 * licences' ids, each in full until one cannot be; the rest is credit (docs/rules.md §4.23). Each licence records its part
 * under the payment's id, so that a repetition, also after an interruption, adds nothing. One receipt confirms it: the next
 * run sends it.
 * @param today the day now in the plan's time zone
 * @returns why a part cannot be recorded; undefined where all are
 */
export async function payDocument(
  licences: LicenceStore,
  document: SharedDocument,
  { paymentId, amount, received, on }: DocumentPayment,
  today: CivilDate,
): Promise<string | undefined> {
  const recorded = await recordedParts(licences, document, paymentId);
  const parts = await dividePayment(licences, document, { amount, received, on }, recorded);
  const together = licences.puttingTogether({ occasion: paymentId, all: true });
  for (const { licenceId, amount: part, document: named } of parts) {
    const command = { on, activity: 'payment', amount: part, paymentId, received, document: named } as const;
    const decision = await applyPayment(together, licenceId, command, today);
    if (decision.outcome !== 'accepted') return `licence ${licenceId}: ${decision.reason}`;
  }
  return undefined;
}
