import { add, type Money, subtract } from '../billing/money.ts';
import { type CivilDate, laterOf } from '../calendar.ts';
import { chargeOf, type Invoice, type Licence } from '../licence/licence.ts';

/** What is to be paid of an open invoice: its total less what credit notes took off it while it was open. */
export function owedOf({ price, credited }: Pick<Invoice, 'price' | 'credited'>): Money {
  return credited === undefined ? price.total : subtract(price.total, credited);
}

/** What is to be paid of all open invoices. */
export function owedInAll({ invoices, credit }: Pick<Licence, 'invoices' | 'credit'>): Money {
  return invoices.reduce((sum, invoice) => add(sum, owedOf(invoice)), { ...credit, amount: 0 });
}

/** Whether an invoice or a quote of a licence is open. */
export function hasOpenItem({
  invoices,
  quote,
  changeQuote,
}: Pick<Licence, 'invoices' | 'quote' | 'changeQuote'>): boolean {
  return invoices.length > 0 || quote !== undefined || changeQuote !== undefined;
}

/** Whether paying an invoice has an effect: one that was paid before and is open again has had it. */
export function isOrder({ purpose, fulfilled }: Pick<Invoice, 'purpose' | 'fulfilled'>): boolean {
  return purpose.order && fulfilled === undefined;
}

/** Whether the customer is reminded of an invoice, and cover lapses where it stays unpaid. */
export function isDunned(invoice: Invoice): boolean {
  return chargeOf(invoice) !== undefined || invoice.fulfilled !== undefined;
}

/** The last day for paying an open invoice: its own, or the last day of a hold where that is later. */
export function payByOf({ hold }: Pick<Licence, 'hold'>, { payBy }: Pick<Invoice, 'payBy'>): CivilDate {
  return hold === undefined ? payBy : laterOf(payBy, hold.until);
}

/** Open invoices in the order of their issue. */
export function oldestFirst(invoices: readonly Invoice[]): Invoice[] {
  return invoices.toSorted(
    (a, b) => compare(a.issuedOn, b.issuedOn) || numberIn(a.invoiceId) - numberIn(b.invoiceId),
  );
}

/** The n of `<licenceId>-I<n>`. */
function numberIn(invoiceId: string): number {
  return Number(/(?<!\d)\d+$/.exec(invoiceId)?.[0] ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
