import { money } from '../../domain/billing/money.ts';
import type { Line } from '../../domain/billing/price.ts';
import { licenceLabel } from '../../wording/phrases/pen.ts';
import { lengthInWords, lineInWords, nameOfLine } from '../../wording/phrases/prices.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { Bought } from '../../wording/facts/bill.ts';
import type { CreditNoteContent, InvoiceContent, InvoiceLine } from '../content/content.ts';
import type { DocumentPen } from '../parts/pen.ts';
import type { Allowance, Item, Period } from './model.ts';

type Billing = InvoiceContent | CreditNoteContent;

interface Lines {
  readonly items: readonly Item[];
  readonly allowances: readonly Allowance[];
}

/** What is charged or credited: the lines of the PDF, for each licence. Discounts, which it has as a line, come off them all. */
export function linesOf(pen: DocumentPen, content: Billing): Lines {
  if (content.kind === 'credit-note') {
    const { net, invoiceNumber } = content.note;
    const product = oneLine(content.about.product);
    const name = pen.own.creditNote.line({ product, number: invoiceNumber });
    return {
      items: [{ name, description: licenceIn(pen, content), period: undefined, net }],
      allowances: [],
    };
  }
  const isShared = periodOf(content) !== undefined;
  const charged = content.lines.map((line) =>
    chargedIn(pen, line, isShared ? undefined : periodIn(line.bill.buys)),
  );
  return {
    items: charged.flatMap(({ items }) => items),
    allowances: charged.flatMap(({ allowances }) => allowances),
  };
}

function chargedIn(pen: DocumentPen, line: InvoiceLine, period: Period | undefined): Lines {
  const product = oneLine(line.about.product);
  const { lines } = line.bill.price;
  return {
    items: lines
      .filter(({ basis }) => basis !== 'discount')
      .map((charge) => ({
        name: oneLine(itemName(pen, product, charge)),
        description: `${licenceIn(pen, line)}; ${oneLine(lineInWords(pen, charge))}`,
        period,
        net: charge.net,
      })),
    allowances: lines
      .filter(({ basis }) => basis === 'discount')
      .map((charge) => ({
        reason: `${nameOfLine(pen, product, charge)}: ${lineInWords(pen, charge)}`,
        amount: money(-charge.net.amount, charge.net.currency),
      })),
  };
}

/** When everything on a document is given; undefined where its licences differ, or where it is no period. */
export function periodOf(content: Billing): Period | undefined {
  const bought =
    content.kind === 'invoice' ? content.lines.map(({ bill }) => bill.buys) : [content.note.credits];
  const [first, ...others] = bought.map(periodIn);
  const isSame = others.every((other) => other?.from === first?.from && other?.to === first?.to);
  return isSame ? first : undefined;
}

function periodIn(buys: Bought): Period | undefined {
  return buys.kind === 'cover' && buys.cover.kind === 'period' ? buys.cover : undefined;
}

function itemName(pen: DocumentPen, product: string, line: Line): string {
  switch (line.basis) {
    case 'flat':
    case 'share-of-list':
      return `${pen.own.maintenanceOf(product)}, ${lengthInWords(pen, line)}`;
    case 'by-days':
    case 'share-by-days':
      return pen.own.maintenanceOf(product);
    case 'list':
    case 'credit':
    case 'labour':
    case 'support':
    case 'hardware':
    case 'uplift':
    case 'reinstatement-fee':
    case 'discount':
      return nameOfLine(pen, product, line);
  }
}

function licenceIn(pen: DocumentPen, { about }: Pick<InvoiceLine, 'about'>): string {
  return `${licenceLabel(pen, about)}: ${oneLine(about.licenceId)}`;
}
