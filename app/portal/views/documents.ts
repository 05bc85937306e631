import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Branding } from './branding.ts';

/** Where a quote stands today: one that is over counts as expired before a run has said so. */
export type QuoteState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

/**
 * Where an invoice stands today. `partly-paid`: credit covers a part of it, and it is not overdue. `credited`: a credit note
 * took all of it off. `refunded`: it was paid, credited, and the money was paid back.
 */
export type InvoiceState = 'open' | 'partly-paid' | 'overdue' | 'paid' | 'void' | 'credited' | 'refunded';

/** A document in a line. One that licences share is one row. */
export type DocumentRow = {
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly customerId: string;
  /** Those that share it, in the order of their ids, as far as the page has read them. */
  readonly licenceIds: readonly string[];
  readonly product: string;
} & (
  | {
      readonly kind: 'quote';
      readonly state: QuoteState;
      readonly validUntil: CivilDate;
      /** The total of the cheapest option. */
      readonly total: Money;
    }
  | {
      readonly kind: 'invoice';
      readonly state: InvoiceState;
      readonly payBy: CivilDate;
      readonly total: Money;
      readonly toPay: Money;
    }
  | { readonly kind: 'creditNote'; readonly total: Money; readonly ofInvoice: string | undefined }
);

/** The documents of all licences of a customer, the latest first. */
export interface DocumentsView {
  readonly customer: { readonly customerId: string; readonly name: string };
  readonly documents: readonly DocumentRow[];
  /** The licence after which there are documents of more licences; unset where these are all. */
  readonly next?: string | undefined;
  /** The vendor whose licences these are; unset where there are several, or none. */
  readonly branding?: Branding | undefined;
}
