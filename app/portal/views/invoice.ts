import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Price } from '../../../domain/billing/price.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Bought } from '../../../wording/facts/bill.ts';
import type { Branding } from './branding.ts';
import type { InvoiceState } from './documents.ts';
import type { Rights } from '../reader.ts';

/** An invoice for one licence, or the line of a shared invoice for it. */
export interface InvoiceLine {
  readonly licenceId: string;
  readonly product: string;
  readonly edition: string;
  readonly buys: Bought;
  readonly price: Price;
  readonly state: InvoiceState;
  /** What is still to be paid, less credit; nothing where it is not open. */
  readonly toPay: Money;
  readonly payBy: CivilDate;
}

/** How to pay what is open. */
export interface HowToPay {
  /** The vendor's lines of payment, such as the account holder and the IBAN. */
  readonly lines: Plan['vendor']['payment'];
  /** What to write: the invoice's number. */
  readonly reference: string;
  readonly amount: Money;
  /** The content of an EPC QR code; unset where it is not a transfer in euros to an IBAN. */
  readonly epc?: string | undefined;
  /** Where the vendor takes payments on the web. */
  readonly link?: string | undefined;
}

/** An invoice by its printed number. */
export interface InvoiceView {
  readonly number: string;
  readonly kind: 'initial' | 'renewal' | 'reinstatement' | 'expansion' | 'support';
  readonly issuedOn: CivilDate;
  /** The last day for payment: the first, where lines have different ones. */
  readonly payBy: CivilDate;
  readonly customer: { readonly customerId: string; readonly name: string };
  /** In the order of the licences' ids. An invoice that is not shared has one. */
  readonly lines: readonly [InvoiceLine, ...InvoiceLine[]];
  /** Added up. */
  readonly price: Price;
  readonly state: InvoiceState;
  readonly paidOn?: CivilDate | undefined;
  /** What credit notes took off it while it was open, and what of the customer's credit goes towards it. */
  readonly credited: Money;
  readonly credit: Money;
  readonly toPay: Money;
  /** Whether maintenance lapses where it stays unpaid. */
  readonly lapses: boolean;
  /** The customer's purchase order that it names. */
  readonly purchaseOrder?: string | undefined;
  /** The number of the invoice that it takes the place of. */
  readonly reissues?: string | undefined;
  /** Whether a file of XML goes with its PDF. */
  readonly hasXml: boolean;
  /** The numbers of its credit notes. */
  readonly creditNotes: readonly string[];
  /** Set while something is to be paid. */
  readonly howToPay?: HowToPay | undefined;
  readonly rights: Rights;
  readonly branding: Branding;
}
