import type { Plan } from '../../../../domain/plan/plan.ts';
import { money, type Money } from '../../../../domain/billing/money.ts';
import { eInvoiceFormOf } from '../../../../domain/customer/e-invoice.ts';
import { paidIn } from '../../../../domain/receivables/history.ts';
import { transferOf } from '../../../../documents/parts/payment-code.ts';
import { sumOfBills } from '../../../../wording/facts/sums.ts';
import type { Bill } from '../../../../wording/facts/bill.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { HowToPay, InvoiceLine, InvoiceView } from '../../views/invoice.ts';
import { brandingOf } from '../branding.ts';
import { billAt, type StandingBill, toPayOf } from './bill.ts';
import { paymentLinkOf } from './payment-link.ts';
import { invoiceTogether } from './rows.ts';
import { numberInLine, type SeenDocument, seenDocument, type SeenLine } from './seen-document.ts';

interface BilledLine extends StandingBill {
  readonly line: SeenLine;
}

/** An invoice by its printed number. */
export async function invoiceView(
  portal: PortalDependencies,
  visit: Visit,
  { number }: { readonly number: string },
): Promise<InvoiceView | undefined> {
  const seen = await seenDocument(portal, visit, number);
  if (seen?.kind !== 'invoice') return undefined;
  const { plan, customer, rights, issuedOn } = seen;
  const [first, ...others] = seen.lines;
  const one = billedLine(seen, first);
  const rest = others.map((line) => billedLine(seen, line));
  const lines = [one, ...rest];
  const sum = sumOfBills(mapped([one, ...rest], ({ bill }) => bill));
  const currency = sum.price.total.currency;
  const toPay = toPayOf(sum.settlement, currency);
  const { event } = first;
  if (event.type !== 'InvoiceIssued') return undefined;
  const paid = lines.flatMap(({ line }) => paidOn(line) ?? []).toSorted();
  const isPaid = paid.length === lines.length;
  return {
    number,
    kind: event.kind,
    issuedOn,
    payBy: sum.payBy,
    customer: { customerId: customer.customerId, name: customer.name },
    lines: mapped([one, ...rest], lineView),
    price: sum.price,
    state: invoiceTogether(lines.map(({ state }) => state)),
    paidOn: isPaid ? paid.at(-1) : undefined,
    credited: creditedOf(sum, currency),
    credit: sum.settlement.state === 'open' ? sum.settlement.credit : money(0, currency),
    toPay,
    lapses: sum.lapses,
    purchaseOrder: sum.purchaseOrder,
    reissues: numberInLine(first, sum.reissues),
    hasXml: ['xrechnung', 'peppol'].includes(eInvoiceFormOf(plan, customer)),
    creditNotes: lines.flatMap(({ line }) => creditNotesOf(line)),
    howToPay: toPay.amount > 0 ? howToPay(plan, toPay, number) : undefined,
    rights,
    branding: brandingOf(plan),
  };
}

function billedLine({ plan, today }: SeenDocument, line: SeenLine): BilledLine {
  const { journal, version, documentId } = line;
  return { line, ...billAt(plan, journal, version, documentId, today) };
}

function lineView({ line, bill, state, toPay }: BilledLine): InvoiceLine {
  const { licenceId, product, edition } = line.loaded.stored.licence.facts;
  return {
    licenceId,
    product,
    edition,
    buys: bill.buys,
    price: bill.price,
    state,
    toPay,
    payBy: bill.payBy,
  };
}

function creditedOf({ settlement }: Bill, currency: string): Money {
  return settlement.state === 'open' || settlement.state === 'paid'
    ? settlement.credited
    : money(0, currency);
}

function paidOn({ journal, documentId }: SeenLine) {
  return paidIn(journal).find(({ invoiceId }) => invoiceId === documentId)?.date;
}

function creditNotesOf(line: SeenLine): readonly string[] {
  return line.journal.flatMap((event) =>
    event.type === 'CreditNoteIssued' && event.invoiceId === line.documentId
      ? (numberInLine(line, event.creditNoteId) ?? [])
      : [],
  );
}

function howToPay({ vendor }: Plan, amount: Money, number: string): HowToPay {
  return {
    lines: vendor.payment,
    reference: number,
    amount,
    epc: transferOf(vendor, amount, number),
    link: paymentLinkOf(vendor, amount, number),
  };
}

function mapped<From, To>(
  [first, ...rest]: readonly [From, ...From[]],
  to: (one: From) => To,
): readonly [To, ...To[]] {
  return [to(first), ...rest.map(to)];
}
