import { facts, text } from '../../letter/letter.ts';
import { billOf } from '../../../wording/facts/bill.ts';
import { defineKind } from '../kind.ts';

/** Confirms until when the vendor waits for what is open. */
export const hold = defineKind({
  name: 'hold',
  calledBy: (event) => (event.type === 'HoldPlaced' && event.invoices.length > 0 ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'send-again',
  write: ({ localiser, about, plan, history }, event) => {
    const words = localiser.words.hold;
    const until = localiser.date(event.until);
    const open = history.now.invoices.map(({ invoiceId }) => {
      const { settlement, payBy } = billOf(plan, history, invoiceId);
      const toPay = settlement.state === 'open' ? localiser.money(settlement.toPay) : '';
      return [
        localiser.words.receipt.invoice(invoiceId),
        localiser.words.letter.toPayBy(toPay, localiser.date(payBy)),
      ] as const;
    });
    return {
      subject: words.subject({ ...about, until }),
      body: [
        text(words.intro({ ...about, until })),
        ...(open.length === 0 ? [] : [facts(localiser.words.receipt.left, ...open)]),
        text(words.after),
      ],
    };
  },
});
