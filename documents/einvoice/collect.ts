import { add, money, type Money, subtract } from '../../domain/billing/money.ts';
import type { Taxed } from '../../domain/billing/tax.ts';
import type { Settlement } from '../../wording/facts/bill.ts';
import type { CreditNoteContent, DocumentContent, InvoiceContent } from '../content/content.ts';
import { accountOf } from '../parts/payment-code.ts';
import { whyUntaxed } from '../parts/parts.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import { linesOf, periodOf } from './lines.ts';
import type { EInvoice, Tax } from './model.ts';
import { buyerOf, sellerOf } from './parties.ts';

type Billing = InvoiceContent | CreditNoteContent;

/** Whether a document is issued as data too: an invoice or a credit note, where the plan and the customer want it. */
function isEInvoiced(content: DocumentContent): content is Billing {
  const isBilling = content.kind === 'invoice' || content.kind === 'credit-note';
  return isBilling && content.eInvoices !== undefined && content.eInvoices.form !== 'none';
}

/**
 * An invoice or a credit note as EN 16931 data, with the amounts and words of its PDF (docs/rules.md §4.22). Undefined
 * where it is not issued as data, or where its customer owes the tax and has no VAT id any more.
 */
export function eInvoiceOf(localiser: DocumentLocaliser, content: DocumentContent): EInvoice | undefined {
  if (!isEInvoiced(content) || content.eInvoices === undefined) return undefined;
  const { about, customer, eInvoices, number } = content;
  const sums = content.kind === 'invoice' ? content.bill.price : content.note;
  const tax = taxOf(localiser, content, sums);
  const buyer = buyerOf(customer, eInvoices.form, tax);
  if (tax.category === 'AE' && buyer.vatId === undefined && buyer.registration === undefined)
    return undefined;
  const purchaseOrder = content.kind === 'invoice' ? content.bill.purchaseOrder : content.note.purchaseOrder;
  const { items, allowances } = linesOf(localiser, content);
  const account = accountOf(about.vendor);
  const { currency } = sums.total;
  const nothing = money(0, currency);
  const due = content.kind === 'invoice' ? toPayOf(content.bill.settlement, nothing) : sums.total;
  return {
    kind: content.kind,
    number,
    issuedOn: content.issuedOn,
    currency,
    note: registerOf(localiser, content),
    buyerReference: customer.buyerReference ?? purchaseOrder ?? customer.customerId,
    purchaseOrder,
    preceding: precedingOf(content),
    seller: sellerOf(about.vendor, eInvoices, tax),
    buyer,
    period: periodOf(content),
    payment: {
      means: account === undefined ? '1' : currency === 'EUR' ? '58' : '30',
      account,
      ...termsOf(localiser, content),
    },
    lines: items,
    allowances,
    tax,
    totals: {
      lines: items.map(({ net }) => net).reduce(add, nothing),
      allowances: allowances.map(({ amount }) => amount).reduce(add, nothing),
      net: sums.net,
      tax: sums.tax,
      total: sums.total,
      prepaid: subtract(sums.total, due),
      due,
    },
  };
}

function taxOf(
  localiser: DocumentLocaliser,
  content: Billing,
  sums: Pick<Taxed, 'taxPercent' | 'untaxed'>,
): Tax {
  const { taxPercent: percent, untaxed } = sums;
  const reason = whyUntaxed(localiser, content, sums).join(' ');
  if (percent > 0) return { category: 'S', percent, reason: undefined, reasonCode: undefined };
  switch (untaxed) {
    case 'reverse-charge':
      return { category: 'AE', percent: 0, reason, reasonCode: 'VATEX-EU-AE' };
    case 'exempt':
      return { category: 'E', percent: 0, reason, reasonCode: undefined };
    case undefined:
      return { category: 'O', percent: 0, reason, reasonCode: 'VATEX-EU-O' };
  }
}

function toPayOf(settlement: Settlement, nothing: Money): Money {
  return settlement.state === 'open' ? settlement.toPay : nothing;
}

function termsOf(
  { own, money: written }: DocumentLocaliser,
  content: Billing,
): Pick<EInvoice['payment'], 'dueOn' | 'terms'> {
  if (content.kind === 'invoice') {
    const { settlement, payBy } = content.bill;
    return { dueOn: settlement.state === 'open' ? payBy : undefined, terms: undefined };
  }
  const { becomes, total } = content.note;
  const effect = becomes === 'credit' ? own.creditNote.becomesCredit : own.creditNote.lessToPay;
  return { dueOn: undefined, terms: effect(written(total)) };
}

function precedingOf(content: Billing): EInvoice['preceding'] {
  if (content.kind === 'credit-note')
    return { number: content.note.invoiceNumber, issuedOn: content.note.invoicedOn };
  return content.replaces === undefined ? undefined : { number: content.replaces };
}

/** What the law wants of the vendor on a business letter, in one line. */
function registerOf({ language }: DocumentLocaliser, { about }: Billing): string | undefined {
  const { register = [] } = about.vendor;
  if (register.length === 0) return undefined;
  return register.map(({ label, value }) => `${label[language]}: ${value}`).join('; ');
}
