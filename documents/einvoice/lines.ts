import { money } from '../../domain/billing/money.ts';
import type { Line } from '../../domain/billing/price.ts';
import { licenceLabel } from '../../wording/phrases/pen.ts';
import { lengthInWords, lineInWords, nameOfLine } from '../../wording/phrases/prices.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { CreditNoteContent, InvoiceContent } from '../content/content.ts';
import type { DocumentPen } from '../parts/pen.ts';
import type { Allowance, Item } from './model.ts';

type Billing = InvoiceContent | CreditNoteContent;

/** What is charged or credited: the lines of the PDF. A discount, which they have as a line, comes off them all. */
export function linesOf(
  pen: DocumentPen,
  content: Billing,
): { readonly items: readonly Item[]; readonly allowances: readonly Allowance[] } {
  const product = oneLine(content.about.product);
  if (content.kind === 'credit-note') {
    const { net, invoiceNumber } = content.note;
    const name = pen.own.creditNote.line({ product, number: invoiceNumber });
    return { items: [{ name, description: licenceIn(pen, content), net }], allowances: [] };
  }
  const { lines } = content.bill.price;
  return {
    items: lines
      .filter(({ basis }) => basis !== 'discount')
      .map((line) => ({
        name: oneLine(itemName(pen, product, line)),
        description: `${licenceIn(pen, content)}; ${oneLine(lineInWords(pen, line))}`,
        net: line.net,
      })),
    allowances: lines
      .filter(({ basis }) => basis === 'discount')
      .map((line) => ({
        reason: `${nameOfLine(pen, product, line)}: ${lineInWords(pen, line)}`,
        amount: money(-line.net.amount, line.net.currency),
      })),
  };
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

function licenceIn(pen: DocumentPen, { about }: Billing): string {
  return `${licenceLabel(pen, about)}: ${oneLine(about.licenceId)}`;
}
