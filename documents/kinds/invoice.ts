import { addDays } from '../../domain/calendar.ts';
import type { Bill, Settlement } from '../../wording/facts/bill.ts';
import { boughtInWords } from '../../wording/phrases/change.ts';
import type { InvoiceContent } from '../content/content.ts';
import {
  amounts,
  heading,
  headline,
  lead,
  licenceFacts,
  named,
  parties,
  pricedModules,
  purchaseOrderFact,
  servicePeriodFact,
  terms,
  text,
} from '../parts/parts.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import { modulesOf, transferOf } from '../parts/payment-code.ts';
import { givesDiscount, pricesTable } from '../parts/prices.ts';
import type { Block, Fact } from '../parts/sheet.ts';

/** An invoice: what is charged and how it is calculated, how to pay it, and what happens if it is not paid. */
export function invoice(localiser: DocumentLocaliser, content: InvoiceContent): readonly Block[] {
  const { own, words, date, money } = localiser;
  const { number, bill } = content;
  const { settlement, price, buys } = bill;
  const payBy = date(bill.payBy);
  const isOpen = settlement.state === 'open';
  return [
    {
      kind: 'facts',
      facts: [
        { label: own.labels.invoiceNumber, value: number },
        { label: words.labels.invoiceDate, value: date(content.issuedOn) },
        ...(isOpen ? [{ label: words.labels.payBy, value: payBy }] : []),
        ...purchaseOrderFact(localiser, bill.purchaseOrder),
        ...licenceFacts(localiser, content),
        ...servicePeriodFact(localiser, buys),
      ],
    },
    parties(localiser, content),
    headline(
      settlement.state === 'open' ? own.due({ toPay: money(settlement.toPay), payBy }) : own.paidInFull,
    ),
    text(
      buys.kind === 'cover'
        ? own.charges(named(content))
        : own.change.charges({ ...named(content), what: boughtInWords(localiser, buys) }),
    ),
    ...(content.replaces === undefined ? [] : [text(own.replaces(content.replaces))]),
    ...pricedModules(localiser, content, price),
    heading(words.headings.charges),
    pricesTable(localiser, named(content).product, price, { hasDiscount: givesDiscount(price), settlement }),
    ...amounts(localiser, content, price.total.currency, price),
    heading(words.headings.howToPay),
    ...howToPay(localiser, content, settlement),
    ...terms(localiser, content, isOpen ? [otherwise(localiser, bill)] : []),
  ];
}

export function howToPay(
  localiser: DocumentLocaliser,
  { number, bill, about }: InvoiceContent,
  settlement: Settlement,
): readonly Block[] {
  if (settlement.state !== 'open') return [text(localiser.own.paid)];
  const payment = about.vendor.payment.map(({ label, value }): Fact => {
    return { label: label[localiser.own.language], value };
  });
  const toPay = { toPay: localiser.money(settlement.toPay), payBy: localiser.date(bill.payBy), number };
  const transfer = transferOf(about.vendor, settlement.toPay, number);
  return [
    lead(localiser.own.pay(toPay)),
    transfer === undefined ? { kind: 'facts', facts: payment } : withCode(localiser, payment, transfer),
  ];
}

function withCode({ own }: DocumentLocaliser, facts: readonly Fact[], transfer: string): Block {
  return { kind: 'code', facts, modules: modulesOf(transfer), text: own.scanToPay, alt: own.paymentCode };
}

/** What happens if it is not paid. */
function otherwise({ own, words, date }: DocumentLocaliser, { buys, payBy, lapses }: Bill): string {
  const by = date(payBy);
  if (lapses) return own.lapses({ payBy: by, lapsesOn: date(addDays(payBy, 1)) });
  if (buys.kind === 'support') return words.supportUnpaid;
  if (buys.kind === 'change') return words.changeOrder.unpaid(by);
  return buys.isOrder ? own.order(by) : own.lapses({ payBy: by, lapsesOn: date(addDays(payBy, 1)) });
}
