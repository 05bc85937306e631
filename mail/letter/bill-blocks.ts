import { addDays } from '../../domain/calendar.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Bill } from '../../wording/facts/bill.ts';
import { boughtInWords } from '../../wording/phrases/change.ts';
import { coverInWords } from '../../wording/phrases/prices.ts';
import type { Writing } from '../kinds/kind.ts';
import { action } from './actions.ts';
import { type Block, call, facts, text } from './letter.ts';
import type { Pen } from './pen.ts';
import { linesTable } from './prices.ts';

/** What the mail of an invoice says; that of a reminder too, if the invoice was settled before it went out. */
export function invoiceWriting(pen: Pen, about: About, bill: Bill): Writing {
  const words = pen.words.invoice;
  const { buys } = bill;
  const named = billInWords(pen, about, bill);
  const intro =
    buys.kind === 'cover'
      ? words.intro(named)
      : words.introChange({ ...named, what: boughtInWords(pen, buys) });
  return {
    subject: words.subject[bill.settlement.state](named),
    body: [
      text(intro),
      ...(bill.reissues === undefined ? [] : [text(words.reissues(bill.reissues))]),
      ...billBlocks(pen, about, bill),
    ],
  };
}

export function billBlocks(pen: Pen, about: About, bill: Bill): readonly Block[] {
  const { labels } = pen.words;
  const { invoiceId, issuedOn, payBy } = billInWords(pen, about, bill);
  const { buys } = bill;
  return [
    linesTable(pen, about.product, bill.price, {
      caption: pen.words.headings.charges,
      settlement: bill.settlement,
    }),
    facts(
      labels.invoice,
      [labels.number, invoiceId],
      [labels.invoiceDate, issuedOn],
      ...(bill.purchaseOrder === undefined ? [] : [[labels.purchaseOrder, bill.purchaseOrder] as const]),
      ...(buys.kind === 'cover' ? [[labels.cover, coverInWords(pen, buys.cover)] as const] : []),
      ...(bill.settlement.state === 'open' ? [[labels.payBy, payBy] as const] : []),
    ),
    ...whatToDo(pen, about, bill),
  ];
}

/** An invoice as the sentences of mails name it. */
export function billInWords(pen: Pen, about: About, bill: Bill) {
  const { settlement, price } = bill;
  const nothing = { ...price.total, amount: 0 };
  return {
    ...about,
    invoiceId: bill.invoiceId,
    issuedOn: pen.date(bill.issuedOn),
    payBy: pen.date(bill.payBy),
    lapsesOn: pen.date(addDays(bill.payBy, 1)),
    total: pen.money(price.total),
    toPay: pen.money(settlement.state === 'open' ? settlement.toPay : nothing),
  };
}

function whatToDo(pen: Pen, about: About, bill: Bill): readonly Block[] {
  const words = pen.words.invoice;
  const named = billInWords(pen, about, bill);
  switch (bill.settlement.state) {
    case 'open':
      return [
        call(words.pay(named)),
        ...howToPay(pen, about),
        text(otherwise(pen, named, bill)),
        action(pen, about, 'askAboutInvoice', bill.invoiceId),
      ];
    case 'paid':
      return [text(words.paid)];
    case 'void':
      return [text(words.void)];
    case 'credited':
      return [text(words.credited)];
  }
}

/** The vendor's account. */
export function howToPay(pen: Pen, about: About): readonly Block[] {
  return [
    facts(
      pen.words.headings.howToPay,
      ...about.vendor.payment.map(({ label, value }) => [label[pen.language], value] as const),
    ),
  ];
}

/** What happens if it is not paid. */
function otherwise(pen: Pen, named: ReturnType<typeof billInWords>, { buys, lapses }: Bill): string {
  const { invoice, changeOrder } = pen.words;
  if (lapses) return invoice.lapses(named);
  if (buys.kind === 'support') return pen.words.supportUnpaid;
  if (buys.kind === 'change') return changeOrder.unpaid(named.payBy);
  return buys.isOrder ? invoice.order(named.payBy) : invoice.lapses(named);
}
