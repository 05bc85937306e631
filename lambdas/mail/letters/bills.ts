import { addDays } from '../../../domain/calendar.ts';
import type { About, Bill, ContentOf } from '../content/content.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import type { Pen } from './pen.ts';
import { coverInWords, linesTable } from './prices.ts';

export function invoice(pen: Pen, about: About, bill: Bill): Writing {
  const words = pen.words.invoice;
  const named = { ...about, ...inWords(pen, bill) };
  const body = [text(words.intro(named)), ...billBlocks(pen, about.product, bill)];
  return { subject: words.subject[bill.settlement.state](named), body };
}

/** Where the invoice was settled before the reminder went out, it says that instead. */
export function paymentReminder(pen: Pen, { about, bill }: ContentOf<'payment-reminder'>): Writing {
  if (bill.settlement.state !== 'open') return invoice(pen, about, bill);
  const words = pen.words.paymentReminder;
  const named = { ...about, ...inWords(pen, bill) };
  const body = [text(words.intro(named)), ...billBlocks(pen, about.product, bill), text(words.crossed)];
  return { subject: words.subject(named), body };
}

/** Where the invoice was settled before the notice went out, it says that instead. */
export function finalNotice(pen: Pen, { about, bill }: ContentOf<'final-notice'>): Writing {
  if (bill.settlement.state !== 'open') return invoice(pen, about, bill);
  const words = pen.words.finalNotice;
  const named = { ...about, ...inWords(pen, bill) };
  const body = [text(words.intro(named)), ...billBlocks(pen, about.product, bill)];
  return { subject: words.subject(named), body };
}

function billBlocks(pen: Pen, product: string, bill: Bill): readonly Block[] {
  const { labels } = pen.words;
  const { invoiceId, issuedOn, payBy, cover } = inWords(pen, bill);
  return [
    linesTable(pen, product, bill.price, bill.settlement),
    facts(
      [labels.invoice, invoiceId],
      [labels.invoiceDate, issuedOn],
      [labels.cover, cover],
      ...(bill.settlement.state === 'open' ? [[labels.payBy, payBy] as const] : []),
    ),
    ...whatToDo(pen, bill),
  ];
}

function whatToDo(pen: Pen, bill: Bill): readonly Block[] {
  const words = pen.words.invoice;
  const named = inWords(pen, bill);
  switch (bill.settlement.state) {
    case 'open':
      return [text(words.pay(named)), text(bill.isOrder ? words.order(named.payBy) : words.lapses(named))];
    case 'paid':
      return [text(words.paid)];
    case 'void':
      return [text(words.void)];
  }
}

function inWords(pen: Pen, bill: Bill) {
  const { settlement, price } = bill;
  const nothing = { ...price.total, amount: 0 };
  return {
    invoiceId: bill.invoiceId,
    issuedOn: pen.date(bill.issuedOn),
    payBy: pen.date(bill.payBy),
    lapsesOn: pen.date(addDays(bill.payBy, 1)),
    cover: coverInWords(pen, bill.cover),
    total: pen.money(price.total),
    toPay: pen.money(settlement.state === 'open' ? settlement.toPay : nothing),
  };
}
