import type { EventOf } from '../../domain/licence/events.ts';
import { billOf } from '../../wording/facts/bill.ts';
import type { Material, Writing } from '../kinds/kind.ts';
import { billBlocks, billInWords, invoiceWriting } from './bill-blocks.ts';
import { text } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';

/**
 * What a reminder of an open invoice says, in the words of its kind; if the invoice is not open any more, what the mail of
 * the invoice says. Throws if the reminder names no invoice.
 */
export function billReminder(
  { localiser, about, plan, history, today }: Material,
  { reminder, invoiceId }: EventOf<'ReminderIssued'>,
  words: Pick<MailLocaliser['words']['finalNotice'], 'subject' | 'intro'>,
): Writing {
  if (invoiceId === undefined) throw new Error(`reminder ${reminder} names no invoice`);
  const bill = billOf(plan, history, invoiceId);
  if (bill.settlement.state !== 'open') return invoiceWriting(localiser, about, bill);
  const { overdue, crossed } = localiser.words.paymentReminder;
  const named = billInWords(localiser, about, bill);
  return {
    subject: words.subject(named),
    body: [
      text(bill.payBy < today ? overdue(named) : words.intro(named)),
      ...billBlocks(localiser, about, bill),
      text(crossed),
    ],
  };
}
