import type { LinkTo } from '../../contracts/portal/paths.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** A document that goes with a mail. */
export interface Attachment {
  /** Of letters, digits, `-` and one dot. */
  readonly filename: string;
  readonly pdf: Buffer;
  /** The same as data, for customers whose accounts departments read that. */
  readonly eInvoice?: { readonly filename: string; readonly xml: Buffer } | undefined;
}

/** The event of another licence that shares a mail, and what led to it. */
export interface MailLine {
  readonly journal: readonly Event[];
  readonly version: number;
}

/** What a mail is composed from. */
export interface MailSubject {
  /** The mail's deterministic id: names it in its headers. */
  readonly mailId: string;
  /** The name of its kind. */
  readonly kind: string;
  readonly plan: Plan;
  /** The licence's customer. */
  readonly customer: Customer;
  /** The customer's partner, if it has one: gets a copy of what asks for money or a decision. */
  readonly partner?: Customer | undefined;
  /** All that has happened to the licence up to now, from its registration on, in the order of versions. */
  readonly journal: readonly Event[];
  /** The version that the licence had after the event that calls for the mail; 1 is its registration. */
  readonly version: number;
  /** The day of the run that sends it: the date of the mail. */
  readonly today: CivilDate;
  /** The password that an `UpdatePasswordGiven` gives: only its mail has it, no event and no table does. */
  readonly updatePassword?: string | undefined;
  /** Where its reader stops such mails; only for mails that can be stopped. */
  readonly stopLink?: string | undefined;
  /** Signs links to the customer's page for a reader of a customer; unset where mails lead to no page. */
  readonly linksFor?: ((customerId: string, address: string) => LinkTo) | undefined;
  /** The quotes and invoices that go with it: several only where licences share it. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** The events of other licences that share it, in the order of their ids; unset where none does. */
  readonly others?: readonly MailLine[] | undefined;
}
