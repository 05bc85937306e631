import { billBlocks, billInWords, invoiceWriting } from '../../letter/bill-blocks.ts';
import { text } from '../../letter/letter.ts';
import { remindedBill } from '../../letter/reminded-bill.ts';
import { defineKind } from '../kind.ts';

/** The last reminder of an open invoice. */
export const finalNotice = defineKind({
  name: 'final-notice',
  calledBy: (event) => (event.type === 'ReminderIssued' && event.kind === 'final-notice' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: ({ pen, about, plan, history, today }, event) => {
    const bill = remindedBill(plan, history, event);
    if (bill.settlement.state !== 'open') return invoiceWriting(pen, about, bill);
    const { finalNotice: words, paymentReminder } = pen.words;
    const named = billInWords(pen, about, bill);
    return {
      subject: words.subject(named),
      body: [
        text(bill.payBy < today ? paymentReminder.overdue(named) : words.intro(named)),
        ...billBlocks(pen, about, bill),
        text(paymentReminder.crossed),
      ],
    };
  },
});
