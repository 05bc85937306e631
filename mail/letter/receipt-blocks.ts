import { type Block, facts, text } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';
import type { Receipt } from './receipt.ts';

/** That a payment has come, for a mail that says itself what it paid for. */
export function thanksFor(localiser: MailLocaliser, receipt: Receipt | undefined): readonly Block[] {
  if (receipt === undefined) return [];
  const { amount, date, received = date } = receipt.payment;
  const thanks = localiser.words.receipt.thanks({
    amount: localiser.money(amount),
    on: localiser.date(received),
  });
  return [text(thanks), ...leftBlocks(localiser, receipt)];
}

/** What a payment paid and what remains. */
export function receiptBlocks(localiser: MailLocaliser, receipt: Receipt): readonly Block[] {
  const words = localiser.words.receipt;
  const paid = receipt.paid.map(
    ({ invoiceId, total }) => [words.invoice(invoiceId), localiser.money(total)] as const,
  );
  return [
    ...(paid.length === 0 ? [] : [facts(words.paid, ...paid)]),
    ...(receipt.open.length === 0 ? [text(words.nothingLeft)] : []),
    ...leftBlocks(localiser, receipt),
  ];
}

function leftBlocks(localiser: MailLocaliser, { open, credit }: Receipt): readonly Block[] {
  const words = localiser.words.receipt;
  const left = open.flatMap(({ invoiceId, payBy, settlement }) =>
    settlement.state === 'open'
      ? [
          [
            words.invoice(invoiceId),
            localiser.words.letter.toPayBy(localiser.money(settlement.toPay), localiser.date(payBy)),
          ] as const,
        ]
      : [],
  );
  return [
    ...(left.length === 0 ? [] : [facts(words.left, ...left)]),
    ...(credit.amount > 0 ? [text(words.credit(localiser.money(credit)))] : []),
  ];
}
