import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** Credit was paid out. */
export const refund = defineKind({
  name: 'refund',
  calledBy: (event) => (event.type === 'RefundRecorded' ? event : undefined),
  to: 'billing',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, about, history }, event) => {
    const words = localiser.words.refund;
    const amount = localiser.money(event.amount);
    const { credit } = history.then;
    return {
      subject: words.subject({ ...about, amount }),
      body: [
        text(words.intro({ ...about, amount })),
        ...(credit.amount > 0 ? [text(localiser.words.receipt.credit(localiser.money(credit)))] : []),
      ],
    };
  },
});
