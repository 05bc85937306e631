import { addDays } from '../../domain/calendar.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Bill } from '../../wording/facts/bill.ts';
import { boughtInWords } from '../../wording/phrases/change.ts';
import { coverInWords } from '../../wording/phrases/prices.ts';
import type { Writing } from '../kinds/kind.ts';
import { action } from './actions.ts';
import { type Block, call, facts, text } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';
import { linesTable } from './prices.ts';

/** What the mail of an invoice says; that of a reminder too, if the invoice was settled before it went out. */
export function invoiceWriting(localiser: MailLocaliser, about: About, bill: Bill): Writing {
  const words = localiser.words.invoice;
  const { buys } = bill;
  const named = billInWords(localiser, about, bill);
  const intro =
    buys.kind === 'cover'
      ? words.intro(named)
      : words.introChange({ ...named, what: boughtInWords(localiser, buys) });
  return {
    subject: words.subject[bill.settlement.state](named),
    body: [
      text(intro),
      ...(bill.reissues === undefined ? [] : [text(words.reissues(bill.reissues))]),
      ...billBlocks(localiser, about, bill),
    ],
  };
}

export function billBlocks(localiser: MailLocaliser, about: About, bill: Bill): readonly Block[] {
  const { labels } = localiser.words;
  const { invoiceId, issuedOn, payBy } = billInWords(localiser, about, bill);
  const { buys } = bill;
  return [
    linesTable(localiser, about.product, bill.price, {
      caption: localiser.words.headings.charges,
      settlement: bill.settlement,
    }),
    facts(
      labels.invoice,
      [labels.number, invoiceId],
      [labels.invoiceDate, issuedOn],
      ...(bill.purchaseOrder === undefined ? [] : [[labels.purchaseOrder, bill.purchaseOrder] as const]),
      ...(buys.kind === 'cover' ? [[labels.cover, coverInWords(localiser, buys.cover)] as const] : []),
      ...(bill.settlement.state === 'open' ? [[labels.payBy, payBy] as const] : []),
    ),
    ...whatToDo(localiser, about, bill),
  ];
}

/** An invoice as the sentences of mails name it. */
export function billInWords(localiser: MailLocaliser, about: About, bill: Bill) {
  const { settlement, price } = bill;
  const nothing = { ...price.total, amount: 0 };
  return {
    ...about,
    invoiceId: bill.invoiceId,
    issuedOn: localiser.date(bill.issuedOn),
    payBy: localiser.date(bill.payBy),
    lapsesOn: localiser.date(addDays(bill.payBy, 1)),
    total: localiser.money(price.total),
    toPay: localiser.money(settlement.state === 'open' ? settlement.toPay : nothing),
  };
}

function whatToDo(localiser: MailLocaliser, about: About, bill: Bill): readonly Block[] {
  const words = localiser.words.invoice;
  const named = billInWords(localiser, about, bill);
  switch (bill.settlement.state) {
    case 'open':
      return [
        call(words.pay(named)),
        ...howToPay(localiser, about),
        text(otherwise(localiser, named, bill)),
        action(localiser, about, 'askAboutInvoice', bill.invoiceId),
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
export function howToPay(localiser: MailLocaliser, about: About): readonly Block[] {
  return [
    facts(
      localiser.words.headings.howToPay,
      ...about.vendor.payment.map(({ label, value }) => [label[localiser.language], value] as const),
    ),
  ];
}

/** What happens if it is not paid. */
function otherwise(
  localiser: MailLocaliser,
  named: ReturnType<typeof billInWords>,
  { buys, lapses }: Bill,
): string {
  const { invoice, changeOrder } = localiser.words;
  if (lapses) return invoice.lapses(named);
  if (buys.kind === 'support') return localiser.words.supportUnpaid;
  if (buys.kind === 'change') return changeOrder.unpaid(named.payBy);
  return buys.isOrder ? invoice.order(named.payBy) : invoice.lapses(named);
}
