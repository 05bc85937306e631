import type { CivilDate } from '../../../domain/calendar.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import type { Branding } from './branding.ts';

/** What a customer has on file, and what it can change there itself. */
export interface CustomerView {
  readonly customerId: string;
  readonly name: string;
  readonly kind: Customer['kind'];
  readonly country: string;
  /** Editable by `edit-details`. */
  readonly email: string;
  readonly alsoEmail: readonly string[];
  readonly billingEmail?: string | undefined;
  readonly alsoBillingEmail: readonly string[];
  readonly address: readonly string[];
  readonly vatId?: string | undefined;
  readonly locale: string;
  readonly poNumber?: string | undefined;
  readonly buyerReference?: string | undefined;
  readonly together: boolean;
  /** The vendor's to change. */
  readonly poRequired: boolean;
  readonly taxExemption?: string | undefined;
  readonly discountPercent: number;
  readonly eInvoice?: Customer['eInvoice'];
  readonly partner?: { readonly customerId: string; readonly name: string } | undefined;
  /** Addresses that sent mail back for good. */
  readonly undeliverable: readonly { readonly address: string; readonly on: CivilDate }[];
  /** The vendor whose licences these are; unset where there are several, or none. */
  readonly branding?: Branding | undefined;
  /** The addresses that read quotes and notices, and those that read invoices; empty where none takes mail. */
  readonly mailedAt: { readonly technical: readonly string[]; readonly billing: readonly string[] };
  /** Of what `edit-details` can change: it brings it back, so that nobody overwrites what they have not seen. */
  readonly version: string;
}

/** What mails a licence's customer gets. */
export interface MailsOfLicence {
  readonly licenceId: string;
  readonly product: string;
  /** Set while reminders, offers and news are stopped. */
  readonly stoppedOn?: CivilDate | undefined;
  /** Set where the plan announces updates. */
  readonly announcements?: { readonly leftOn?: CivilDate | undefined } | undefined;
}

export interface MailPreferencesView {
  readonly customer: { readonly customerId: string; readonly name: string };
  readonly licences: readonly MailsOfLicence[];
  /** Of a partner: whether it gets copies of its customers' mails, and since when not. */
  readonly copies?: { readonly stoppedOn?: CivilDate | undefined } | undefined;
  readonly next?: string | undefined;
  /** The vendor whose licences these are; unset where there are several, or none. */
  readonly branding?: Branding | undefined;
}
