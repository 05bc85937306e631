import { billReminder } from '../../letter/reminded-bill.ts';
import { sharedBillReminder } from '../../letter/shared/dunning.ts';
import { defineKind } from '../kind.ts';

/** The last reminder of an open invoice. */
export const finalNotice = defineKind({
  name: 'final-notice',
  calledBy: (event) => (event.type === 'ReminderIssued' && event.kind === 'final-notice' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: (material, event) => billReminder(material, event, material.localiser.words.finalNotice),
  writeShared: (lines) => sharedBillReminder(lines, lines[0].material.localiser.words.shared.finalNotice),
});
