import type { EventOf } from '../../domain/licence/events.ts';
import type { Taxed } from '../../domain/billing/tax.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { EInvoices } from '../../domain/plan/e-invoices.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Module } from '../../domain/changes/module.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Bill, Bought } from '../../wording/facts/bill.ts';
import type { ChangeOffer } from '../../wording/facts/change-offer.ts';
import type { Offer } from '../../wording/facts/offer.ts';

interface Common {
  /** As it is counted within its plan, year and kind, such as SNUG-2026-00001. */
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly about: About;
  readonly customer: Customer;
  /** In which form it is issued as data too, and what the vendor's e-invoices say; undefined where the plan has none. */
  readonly eInvoices: EInvoices | undefined;
  /** What a share of the list price is calculated from: the modules in use, or those that a change adds. */
  readonly modules: readonly Module[];
}

/** What a document says of one of its licences. */
interface LicenceLine {
  readonly about: About;
  readonly modules: readonly Module[];
}

interface QuoteLine extends LicenceLine {
  readonly offer: Offer;
}

export interface InvoiceLine extends LicenceLine {
  readonly bill: Bill;
}

export interface QuoteContent extends Common {
  readonly kind: 'quote';
  /** The sum of its lines. */
  readonly offer: Offer;
  /** One for each licence, in the order of their ids; only one for most customers (docs/rules.md §17.5). */
  readonly lines: readonly QuoteLine[];
  /** Within how many days an accepted quote's invoice is payable. */
  readonly payableDays: number;
}

export interface ChangeQuoteContent extends Common {
  readonly kind: 'change-quote';
  readonly offer: ChangeOffer;
}

export interface InvoiceContent extends Common {
  readonly kind: 'invoice';
  /** As it stood when the invoice was issued; the sum of its lines. */
  readonly bill: Bill;
  /** One for each licence, in the order of their ids; only one for most customers (docs/rules.md §17.5). */
  readonly lines: readonly InvoiceLine[];
  /** The printed number of the invoice that it takes the place of. */
  readonly replaces: string | undefined;
}

export interface CreditNoteContent extends Common {
  readonly kind: 'credit-note';
  readonly note: Omit<Taxed, 'untaxed'> & {
    readonly invoiceNumber: string;
    readonly invoicedOn: CivilDate;
    readonly becomes: EventOf<'CreditNoteIssued'>['becomes'];
    /** What the credited invoice is for, and the purchase order that it names. */
    readonly credits: Bought;
    readonly purchaseOrder?: string | undefined;
    readonly untaxed?: Taxed['untaxed'];
  };
}

/** What a document says, before any wording. */
export type DocumentContent = QuoteContent | ChangeQuoteContent | InvoiceContent | CreditNoteContent;
