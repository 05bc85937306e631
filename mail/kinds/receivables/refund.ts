import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** Credit was paid out. */
export const refund = defineKind({
  name: 'refund',
  calledBy: (event) => (event.type === 'RefundRecorded' ? event : undefined),
  to: 'billing',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ pen, about, history }, event) => {
    const words = pen.words.refund;
    const amount = pen.money(event.amount);
    const { credit } = history.then;
    return {
      subject: words.subject({ ...about, amount }),
      body: [
        text(words.intro({ ...about, amount })),
        ...(credit.amount > 0 ? [text(pen.words.receipt.credit(pen.money(credit)))] : []),
      ],
    };
  },
});
