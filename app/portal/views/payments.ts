import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Branding } from './branding.ts';

/** A payment that was received: its receipt. One over several licences is one receipt. */
export interface ReceiptView {
  readonly paymentId: string;
  /** The day on which it was recorded, and on which the money arrived. */
  readonly on: CivilDate;
  readonly received: CivilDate;
  readonly amount: Money;
  readonly licenceIds: readonly string[];
  /** The invoices that it paid in full. */
  readonly paid: readonly { readonly number: string; readonly total: Money }[];
  /** The day on which it was reversed, such as a transfer that bounced. */
  readonly reversedOn?: CivilDate | undefined;
}

/** The payments for the licences of a customer, the latest first. */
export interface PaymentsView {
  readonly customer: { readonly customerId: string; readonly name: string };
  readonly receipts: readonly ReceiptView[];
  /** What was received and is not yet used, by currency; none where nothing is. */
  readonly credit: readonly Money[];
  readonly next?: string | undefined;
  /** The vendor whose licences these are; unset where there are several, or none. */
  readonly branding?: Branding | undefined;
}
