import { type Block, facts, text } from './letter.ts';
import type { Pen } from './pen.ts';
import type { Receipt } from './receipt.ts';

/** That a payment has come, for a mail that says itself what it paid for. */
export function thanksFor(pen: Pen, receipt: Receipt | undefined): readonly Block[] {
  if (receipt === undefined) return [];
  const { amount, date, received = date } = receipt.payment;
  const thanks = pen.words.receipt.thanks({ amount: pen.money(amount), on: pen.date(received) });
  return [text(thanks), ...leftBlocks(pen, receipt)];
}

/** What a payment paid and what remains. */
export function receiptBlocks(pen: Pen, receipt: Receipt): readonly Block[] {
  const words = pen.words.receipt;
  const paid = receipt.paid.map(
    ({ invoiceId, total }) => [words.invoice(invoiceId), pen.money(total)] as const,
  );
  return [
    ...(paid.length === 0 ? [] : [facts(words.paid, ...paid)]),
    ...(receipt.open.length === 0 ? [text(words.nothingLeft)] : []),
    ...leftBlocks(pen, receipt),
  ];
}

function leftBlocks(pen: Pen, { open, credit }: Receipt): readonly Block[] {
  const words = pen.words.receipt;
  const left = open.flatMap(({ invoiceId, payBy, settlement }) =>
    settlement.state === 'open'
      ? [
          [
            words.invoice(invoiceId),
            pen.words.letter.toPayBy(pen.money(settlement.toPay), pen.date(payBy)),
          ] as const,
        ]
      : [],
  );
  return [
    ...(left.length === 0 ? [] : [facts(words.left, ...left)]),
    ...(credit.amount > 0 ? [text(words.credit(pen.money(credit)))] : []),
  ];
}
