import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Branding } from './branding.ts';
import type { Rights } from '../reader.ts';

/** A credit note by its printed number. */
export interface CreditNoteView {
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly customer: { readonly customerId: string; readonly name: string };
  readonly licenceId: string;
  readonly product: string;
  /** The number of the invoice that it credits. */
  readonly ofInvoice: string | undefined;
  readonly net: Money;
  readonly taxPercent: number;
  readonly tax: Money;
  readonly total: Money;
  /** Whether less is to be paid of an open invoice, or the money became credit. */
  readonly becomes: 'less-to-pay' | 'credit';
  /** In the vendor's words. */
  readonly reason: string;
  readonly rights: Rights;
  readonly branding: Branding;
}
