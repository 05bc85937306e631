import { money } from '../../domain/billing/money.ts';
import type { Line } from '../../domain/billing/price.ts';
import { licenceLabel } from '../../wording/phrases/localiser.ts';
import { lengthInWords, lineInWords, nameOfLine } from '../../wording/phrases/prices.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { Bought } from '../../wording/facts/bill.ts';
import type { CreditNoteContent, InvoiceContent, InvoiceLine } from '../content/content.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import type { Allowance, Item, Period } from './model.ts';

type Billing = InvoiceContent | CreditNoteContent;

interface Lines {
  readonly items: readonly Item[];
  readonly allowances: readonly Allowance[];
}

/** What is charged or credited: the lines of the PDF, for each licence. Discounts, which it has as a line, come off them all. */
export function linesOf(localiser: DocumentLocaliser, content: Billing): Lines {
  if (content.kind === 'credit-note') {
    const { net, invoiceNumber } = content.note;
    const product = oneLine(content.about.product);
    const name = localiser.own.creditNote.line({ product, number: invoiceNumber });
    return {
      items: [{ name, description: licenceIn(localiser, content), period: undefined, net }],
      allowances: [],
    };
  }
  const isShared = periodOf(content) !== undefined;
  const charged = content.lines.map((line) =>
    chargedIn(localiser, line, isShared ? undefined : periodIn(line.bill.buys)),
  );
  return {
    items: charged.flatMap(({ items }) => items),
    allowances: charged.flatMap(({ allowances }) => allowances),
  };
}

function chargedIn(localiser: DocumentLocaliser, line: InvoiceLine, period: Period | undefined): Lines {
  const product = oneLine(line.about.product);
  const { lines } = line.bill.price;
  return {
    items: lines
      .filter(({ basis }) => basis !== 'discount')
      .map((charge) => ({
        name: oneLine(itemName(localiser, product, charge)),
        description: `${licenceIn(localiser, line)}; ${oneLine(lineInWords(localiser, charge))}`,
        period,
        net: charge.net,
      })),
    allowances: lines
      .filter(({ basis }) => basis === 'discount')
      .map((charge) => ({
        reason: `${nameOfLine(localiser, product, charge)}: ${lineInWords(localiser, charge)}`,
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

function itemName(localiser: DocumentLocaliser, product: string, line: Line): string {
  switch (line.basis) {
    case 'flat':
    case 'share-of-list':
      return `${localiser.own.maintenanceOf(product)}, ${lengthInWords(localiser, line)}`;
    case 'by-days':
    case 'share-by-days':
      return localiser.own.maintenanceOf(product);
    case 'list':
    case 'credit':
    case 'labour':
    case 'support':
    case 'hardware':
    case 'uplift':
    case 'reinstatement-fee':
    case 'discount':
      return nameOfLine(localiser, product, line);
  }
}

function licenceIn(localiser: DocumentLocaliser, { about }: Pick<InvoiceLine, 'about'>): string {
  return `${licenceLabel(localiser, about)}: ${oneLine(about.licenceId)}`;
}
