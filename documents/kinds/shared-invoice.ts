import { addDays } from '../../domain/calendar.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { InvoiceContent, InvoiceLine } from '../content/content.ts';
import { commonCover, linePerLicence } from '../parts/line-per-licence.ts';
import { amounts, heading, headline, parties, terms, text } from '../parts/parts.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import type { Block } from '../parts/sheet.ts';
import { isolated } from '../typesetting/isolated.ts';
import { howToPay } from './invoice.ts';

/** An invoice over several licences, with a line for each. */
export function sharedInvoice(localiser: DocumentLocaliser, content: InvoiceContent): readonly Block[] {
  const { own, words, date, money } = localiser;
  const { number, bill, lines } = content;
  const { settlement, price, purchaseOrder } = bill;
  const payBy = date(bill.payBy);
  const isOpen = settlement.state === 'open';
  const common = commonCover(localiser, lines.map(coverOf));
  return [
    {
      kind: 'facts',
      facts: [
        { label: own.labels.invoiceNumber, value: number },
        { label: words.labels.invoiceDate, value: date(content.issuedOn) },
        ...(isOpen ? [{ label: words.labels.payBy, value: payBy }] : []),
        ...(purchaseOrder === undefined
          ? []
          : [{ label: words.labels.purchaseOrder, value: isolated(oneLine(purchaseOrder)) }]),
        { label: own.shared.licences, value: String(lines.length) },
        { label: words.labels.plan, value: oneLine(content.about.plan) },
        ...(common === undefined ? [] : [{ label: own.labels.servicePeriod, value: common }]),
      ],
    },
    parties(localiser, content),
    headline(
      settlement.state === 'open' ? own.due({ toPay: money(settlement.toPay), payBy }) : own.paidInFull,
    ),
    text(own.shared.charges(lines.length)),
    ...(content.replaces === undefined ? [] : [text(own.replaces(content.replaces))]),
    heading(words.headings.charges),
    ...table(localiser, content, common === undefined),
    ...amounts(localiser, content, price.total.currency, price),
    heading(words.headings.howToPay),
    ...howToPay(localiser, content, settlement),
    ...terms(localiser, content, isOpen ? [own.shared.inOrder, otherwise(localiser, content)] : []),
  ];
}

function table(
  localiser: DocumentLocaliser,
  { bill, lines }: InvoiceContent,
  eachCover: boolean,
): readonly Block[] {
  const [first, ...others] = lines.map((line) => {
    return { about: line.about, price: line.bill.price, cover: coverOf(line) };
  });
  if (first === undefined) return [];
  return [linePerLicence(localiser, [first, ...others], { eachCover, settlement: bill.settlement })];
}

function coverOf({ bill: { buys } }: InvoiceLine) {
  return buys.kind === 'cover' ? buys.cover : undefined;
}

/** What happens to a line that is not paid. */
function otherwise(
  { own, date }: DocumentLocaliser,
  { bill: { buys, payBy, lapses } }: InvoiceContent,
): string {
  const isOrder = buys.kind === 'cover' && buys.isOrder && !lapses;
  if (isOrder) return own.shared.order(date(payBy));
  return own.shared.lapses({ payBy: date(payBy), lapsesOn: date(addDays(payBy, 1)) });
}
