import { expect, test } from 'vitest';
import { doneInWords } from '../../../client/runs/picture/done-in-words.ts';

test.each([
  [['issue-invoice: InvoiceIssued', 'sent: SN-1001-00000004-invoice'], 'Invoice issued; mailed: invoice'],
  [
    ['remind: ReminderIssued expiry-30, ReminderSkipped expiry-60'],
    'Reminder issued expiry-30; reminder skipped expiry-60',
  ],
  [['held: L-1-00000012-final-notice'], 'Mail held: final notice'],
  [['mail waits for the next run'], 'Mail waits for the next run'],
  [['nothing'], 'Nothing'],
])('%j in words', (did, words) => {
  expect(doneInWords({ did, isAlone: false })).toBe(words);
});
