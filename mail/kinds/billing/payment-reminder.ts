import { billReminder } from '../../letter/reminded-bill.ts';
import { sharedBillReminder } from '../../letter/shared/dunning.ts';
import { defineKind } from '../kind.ts';

/** A friendly reminder of an open invoice, before it is due. */
export const paymentReminder = defineKind({
  name: 'payment-reminder',
  calledBy: (event) => (event.type === 'ReminderIssued' && event.kind === 'payment' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: (material, event) => billReminder(material, event, material.localiser.words.paymentReminder),
  writeShared: (lines) => sharedBillReminder(lines, lines[0].material.localiser.words.shared.paymentReminder),
});
