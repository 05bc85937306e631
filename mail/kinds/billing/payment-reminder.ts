import { billBlocks, billInWords, invoiceWriting } from '../../letter/bill-blocks.ts';
import { text } from '../../letter/letter.ts';
import { remindedBill } from '../../letter/reminded-bill.ts';
import { defineKind } from '../kind.ts';

/** Reminds of an open invoice, as a friend before it is due. */
export const paymentReminder = defineKind({
  name: 'payment-reminder',
  calledBy: (event) => (event.type === 'ReminderIssued' && event.kind === 'payment' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: ({ pen, about, plan, history, today }, event) => {
    const bill = remindedBill(plan, history, event);
    if (bill.settlement.state !== 'open') return invoiceWriting(pen, about, bill);
    const words = pen.words.paymentReminder;
    const named = billInWords(pen, about, bill);
    return {
      subject: words.subject(named),
      body: [
        text(bill.payBy < today ? words.overdue(named) : words.intro(named)),
        ...billBlocks(pen, about, bill),
        text(words.crossed),
      ],
    };
  },
});
