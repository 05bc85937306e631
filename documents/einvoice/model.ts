import type { Money } from '../../domain/billing/money.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { PostalAddress } from '../../domain/customer/postal-address.ts';
import type { Account } from '../parts/payment-code.ts';

/**
 * An invoice or a credit note as EN 16931 has it, the same for both of its syntaxes. The numbers of its terms (BT, BG)
 * stand where a name does not say it.
 */
export interface EInvoice {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly currency: string;
  readonly note: string | undefined;
  /** BT-10. */
  readonly buyerReference: string;
  readonly purchaseOrder: string | undefined;
  /** The invoice that it credits or takes the place of (BG-3). */
  readonly preceding: { readonly number: string; readonly issuedOn?: CivilDate } | undefined;
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** When all of it is given (BG-14). */
  readonly period: Period | undefined;
  readonly payment: Payment;
  readonly lines: readonly Item[];
  readonly allowances: readonly Allowance[];
  readonly tax: Tax;
  readonly totals: Totals;
}

/** Both days are included. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

interface Party {
  readonly name: string;
  readonly address: PostalAddress & { readonly country: string };
  readonly vatId: string | undefined;
  /** Its number in a register (BT-30, BT-47). */
  readonly registration: string | undefined;
  readonly electronicAddress: { readonly scheme: string; readonly id: string };
  readonly email: string;
}

export interface Seller extends Party {
  readonly contact: { readonly name: string; readonly phone: string };
}

export type Buyer = Party;

interface Payment {
  /** Code list UNTDID 4461: 58 is a SEPA credit transfer, 30 another one, 1 says nothing. */
  readonly means: '58' | '30' | '1';
  readonly account: Account | undefined;
  readonly dueOn: CivilDate | undefined;
  readonly terms: string | undefined;
}

/** A line of the invoice: one piece of what `net` costs, or minus one piece where `net` is negative. */
export interface Item {
  readonly name: string;
  readonly description: string;
  /** Where lines have different ones (BG-26). */
  readonly period: Period | undefined;
  readonly net: Money;
}

/** Something off the sum of all lines; `amount` is positive. */
export interface Allowance {
  readonly reason: string;
  readonly amount: Money;
}

/** The one rate or the one reason for none that all lines have. */
export interface Tax {
  /** Standard rate, reverse charge, exempt, not subject to VAT. */
  readonly category: 'S' | 'AE' | 'E' | 'O';
  /** Zero where there is none. Lines and allowances that are not subject to VAT name no rate (rules BR-O-05, BR-O-06). */
  readonly percent: number;
  /** Why there is none, and its code of the list VATEX. */
  readonly reason: string | undefined;
  readonly reasonCode: string | undefined;
}

interface Totals {
  /** The sum of all lines, and of all allowances. */
  readonly lines: Money;
  readonly allowances: Money;
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly prepaid: Money;
  readonly due: Money;
}
