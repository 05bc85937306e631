import { add, formatMoney, isSameMoney, type Money } from '../billing/money.ts';
import type { Allocation } from './incoming.ts';

/** An open invoice, with what a payment needs to name and settle it. */
export interface PayableInvoice {
  readonly licenceId: string;
  readonly customerId: string;
  readonly invoiceId: string;
  /** As it is printed. */
  readonly number: string;
  /** Whether it is a line of a document of this number that several licences share. */
  readonly isShared?: boolean | undefined;
  readonly owed: Money;
  /** The credit of its licence, which pays first. */
  readonly credit: Money;
}

/** What a payment pays, or why it is not known. */
export type Match =
  | {
      readonly matched: true;
      readonly allocations: readonly Allocation[];
      readonly numbers: readonly string[];
    }
  | { readonly matched: false; readonly reason: string };

/** What a printed number in the text of a payment stands for: open invoices, or why there is nothing to pay. */
export interface NamedDocument {
  readonly number: string;
  readonly open: readonly PayableInvoice[];
  /** Set where nothing is open. */
  readonly closed?: string | undefined;
}

/**
 * Matches by the printed numbers in a payment's text: together they must owe what was paid, with or without credit.
 * @param amount above zero
 * @param named at least one
 */
export function matchByNumbers(amount: Money, named: readonly NamedDocument[]): Match {
  const closed = named.flatMap(({ closed: reason }) => reason ?? []);
  const invoices = onceEach(named.flatMap(({ open }) => open));
  if (invoices.length === 0) return unmatched(closed.join('; '));
  const foreign = invoices.find(({ owed }) => owed.currency !== amount.currency);
  if (foreign !== undefined)
    return unmatched(`it is in ${amount.currency}, and ${foreign.number} is in ${foreign.owed.currency}`);
  const sum = sumOf(invoices, amount.currency);
  if (isSameMoney(sum, amount)) return matched(invoices);
  const rest = lessCredit(invoices);
  if (isSameMoney(sumOf(rest, amount.currency), amount)) return matched(rest);
  const what = [...new Set(invoices.map(({ number }) => number))];
  const owes = `${what.join(', ')} ${what.length === 1 ? 'owes' : 'owe'} ${formatMoney(sum)}`;
  const others = closed.length === 0 ? '' : `; ${closed.join('; ')}`;
  return unmatched(`wrong amount: ${owes}${others}`);
}

/**
 * Matches by the amount among the open invoices of whoever paid: one of this amount, or all of them together.
 * @param amount above zero
 */
export function matchByAmount(amount: Money, who: string, open: readonly PayableInvoice[]): Match {
  const ofCurrency = open.filter(({ owed }) => owed.currency === amount.currency);
  const [first, ...others] = ofCurrency.filter(({ owed }) => isSameMoney(owed, amount));
  if (first !== undefined && others.length === 0) return matched([first]);
  if (first !== undefined) {
    const numbers = [first, ...others].map(({ number }) => number).join(', ');
    return unmatched(`ambiguous: ${who} owes this amount on ${numbers}`);
  }
  if (isSameMoney(sumOf(ofCurrency, amount.currency), amount)) return matched(ofCurrency);
  const [any] = open;
  if (any === undefined) return unmatched(`${who} owes nothing`);
  if (ofCurrency.length === 0)
    return unmatched(`it is in ${amount.currency}, and ${who} owes ${any.owed.currency}`);
  const owed = ofCurrency.map(({ number, owed: each }) => `${formatMoney(each)} on ${number}`).join(', ');
  return unmatched(`wrong amount: ${who} owes ${owed}`);
}

/** What is to be paid of each beside the credit of its licence, which goes to the licence's first. */
function lessCredit(invoices: readonly PayableInvoice[]): readonly PayableInvoice[] {
  const left = new Map<string, number>();
  return invoices.flatMap((invoice) => {
    const { licenceId, owed, credit } = invoice;
    const known = left.get(licenceId) ?? credit.amount;
    const used = Math.max(0, Math.min(known, owed.amount));
    left.set(licenceId, known - used);
    return used === owed.amount ? [] : [{ ...invoice, owed: { ...owed, amount: owed.amount - used } }];
  });
}

function onceEach(invoices: readonly PayableInvoice[]): readonly PayableInvoice[] {
  return [...new Map(invoices.map((invoice) => [invoice.invoiceId, invoice])).values()];
}

function sumOf(invoices: readonly PayableInvoice[], currency: string): Money {
  return invoices.reduce((sum, { owed }) => add(sum, owed), { amount: 0, currency });
}

/** Lines of a shared document are paid by its number, all at once. */
function matched(invoices: readonly PayableInvoice[]): Match {
  const allocations = new Map<string, Allocation>();
  for (const { licenceId, invoiceId, number, isShared, owed } of invoices) {
    const before = allocations.get(number);
    if (isShared !== true) allocations.set(invoiceId, { licenceId, invoiceId, amount: owed });
    else if (before === undefined) allocations.set(number, { licenceId: number, amount: owed });
    else allocations.set(number, { ...before, amount: add(before.amount, owed) });
  }
  const numbers = [...new Set(invoices.map(({ number }) => number))];
  return { matched: true, allocations: [...allocations.values()], numbers };
}

function unmatched(reason: string): Match {
  return { matched: false, reason };
}
