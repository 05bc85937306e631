import type { Event } from '../../../domain/licence/events.ts';
import { settledWith } from '../../../wording/facts/settled.ts';
import { text } from '../../letter/letter.ts';
import { receiptBlocks } from '../../letter/receipt-blocks.ts';
import { receiptOf } from '../../letter/receipt.ts';
import { sharedReceiptWriting } from '../../letter/shared/receipt.ts';
import { defineKind } from '../kind.ts';

/** Their mails confirm the payment themselves. */
const confirming: ReadonlySet<Event['type']> = new Set([
  'TermStarted',
  'MaintenanceReinstated',
  'LapseReversed',
  'LicenceChanged',
]);

/** Confirms a payment, unless the mail about what it paid for does. */
export const receipt = defineKind({
  name: 'receipt',
  calledBy: (event, after) => {
    if (event.type !== 'PaymentRecorded') return undefined;
    // Where licences share it, it confirms all that the payment did.
    if (event.shared !== undefined) return event;
    return settledWith(event, after).some(({ type }) => confirming.has(type)) ? undefined : event;
  },
  to: 'billing',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, payment) => {
    // A payment by the number of a shared document can concern one licence only: its mail says all that it did.
    if (payment.shared !== undefined) return sharedReceiptWriting([{ material, event: payment }]);
    const { localiser, about, version } = material;
    const words = localiser.words.receipt;
    const amount = localiser.money(payment.amount);
    return {
      subject: words.subject({ ...about, amount }),
      body: [
        text(words.thanks({ amount, on: localiser.date(payment.received ?? payment.date) })),
        text(words.about(about)),
        ...receiptBlocks(localiser, receiptOf(material, payment, version)),
      ],
    };
  },
  writeShared: sharedReceiptWriting,
});
