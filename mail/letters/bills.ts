import { addDays } from '../../domain/calendar.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Bill, Bought } from '../../wording/facts/bill.ts';
import type { ContentOf } from '../content/content.ts';
import { action } from './actions.ts';
import { type Block, call, facts, text, type Writing } from './letter.ts';
import type { Pen } from '../pen.ts';
import { changeInWords } from '../../wording/phrases/change.ts';
import { coverInWords } from '../../wording/phrases/prices.ts';
import { linesTable } from './prices.ts';

export function invoice(pen: Pen, about: About, bill: Bill): Writing {
  const words = pen.words.invoice;
  const named = { ...about, ...inWords(pen, bill) };
  const body = [text(intro(pen, named, bill.buys)), ...billBlocks(pen, about, bill)];
  return { subject: words.subject[bill.settlement.state](named), body };
}

/** Where the invoice was settled before the reminder went out, it says that instead. */
export function paymentReminder(pen: Pen, { about, bill }: ContentOf<'payment-reminder'>): Writing {
  if (bill.settlement.state !== 'open') return invoice(pen, about, bill);
  const words = pen.words.paymentReminder;
  const named = { ...about, ...inWords(pen, bill) };
  const body = [text(words.intro(named)), ...billBlocks(pen, about, bill), text(words.crossed)];
  return { subject: words.subject(named), body };
}

/** Where the invoice was settled before the notice went out, it says that instead. */
export function finalNotice(pen: Pen, { about, bill }: ContentOf<'final-notice'>): Writing {
  if (bill.settlement.state !== 'open') return invoice(pen, about, bill);
  const words = pen.words.finalNotice;
  const named = { ...about, ...inWords(pen, bill) };
  const body = [text(words.intro(named)), ...billBlocks(pen, about, bill)];
  return { subject: words.subject(named), body };
}

function billBlocks(pen: Pen, about: About, bill: Bill): readonly Block[] {
  const { labels } = pen.words;
  const { invoiceId, issuedOn, payBy } = inWords(pen, bill);
  const { buys } = bill;
  return [
    linesTable(pen, about.product, bill.price, bill.settlement),
    facts(
      labels.invoice,
      [labels.number, invoiceId],
      [labels.invoiceDate, issuedOn],
      ...(buys.kind === 'cover' ? [[labels.cover, coverInWords(pen, buys.cover)] as const] : []),
      ...(bill.settlement.state === 'open' ? [[labels.payBy, payBy] as const] : []),
    ),
    ...whatToDo(pen, about, bill),
  ];
}

function whatToDo(pen: Pen, about: About, bill: Bill): readonly Block[] {
  const words = pen.words.invoice;
  const named = inWords(pen, bill);
  switch (bill.settlement.state) {
    case 'open':
      return [
        call(words.pay(named)),
        facts(
          pen.words.headings.howToPay,
          ...about.vendor.payment.map(({ label, value }) => [label[pen.language], value] as const),
        ),
        text(otherwise(pen, named, bill.buys)),
        action(pen, about, 'askAboutInvoice', bill.invoiceId),
      ];
    case 'paid':
      return [text(words.paid)];
    case 'void':
      return [text(words.void)];
  }
}

function intro(
  pen: Pen,
  named: About & { readonly invoiceId: string; readonly issuedOn: string },
  buys: Bought,
): string {
  return buys.kind === 'cover'
    ? pen.words.invoice.intro(named)
    : pen.words.changes.invoice.intro({ ...named, what: changeInWords(pen, buys.change) });
}

/** What happens if it is not paid. */
function otherwise(
  pen: Pen,
  named: { readonly payBy: string; readonly lapsesOn: string },
  buys: Bought,
): string {
  const { invoice: words, changeOrder } = pen.words;
  if (buys.kind === 'change') return changeOrder.unpaid(named.payBy);
  return buys.isOrder ? words.order(named.payBy) : words.lapses(named);
}

function inWords(pen: Pen, bill: Bill) {
  const { settlement, price } = bill;
  const nothing = { ...price.total, amount: 0 };
  return {
    invoiceId: bill.invoiceId,
    issuedOn: pen.date(bill.issuedOn),
    payBy: pen.date(bill.payBy),
    lapsesOn: pen.date(addDays(bill.payBy, 1)),
    total: pen.money(price.total),
    toPay: pen.money(settlement.state === 'open' ? settlement.toPay : nothing),
  };
}
