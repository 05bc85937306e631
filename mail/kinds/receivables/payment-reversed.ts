import { billOf } from '../../../wording/facts/bill.ts';
import { facts, text } from '../../letter/letter.ts';
import { howToPay } from '../../letter/bill-blocks.ts';
import { reopenedWith } from '../../../wording/facts/reopened.ts';
import { defineKind } from '../kind.ts';

/** A payment was taken back: which invoices are open again, and until when they can be paid. */
export const paymentReversed = defineKind({
  name: 'payment-reversed',
  calledBy: (event) => (event.type === 'PaymentReversed' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: ({ localiser, about, plan, history }, event) => {
    const words = localiser.words.paymentReversed;
    const amount = localiser.money(event.amount);
    const open = reopenedWith(event, history.since).flatMap(({ invoiceId }) => {
      const { payBy, settlement } = billOf(plan, history, invoiceId);
      if (settlement.state !== 'open') return [];
      const toPay = localiser.words.letter.toPayBy(localiser.money(settlement.toPay), localiser.date(payBy));
      return [[localiser.words.receipt.invoice(invoiceId), toPay] as const];
    });
    return {
      subject: words.subject({ ...about, amount }),
      body: [
        text(words.intro({ ...about, amount })),
        ...(open.length === 0
          ? [text(words.fromCredit)]
          : [
              text(words.openAgain),
              facts(words.toPay, ...open),
              ...howToPay(localiser, about),
              text(words.unpaid),
            ]),
      ],
    };
  },
});
