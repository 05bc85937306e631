import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Price } from '../../../domain/billing/price.ts';

/** What comes next for a licence, when, and what it costs: the most urgent first. */
export type NextStep =
  | {
      readonly step: 'pay';
      /** The invoice's printed number. */
      readonly number: string;
      readonly payBy: CivilDate;
      readonly toPay: Money;
      readonly isOverdue: boolean;
    }
  | {
      readonly step: 'answer-quote';
      readonly number: string;
      readonly kind: 'renewal' | 'reinstatement' | 'change';
      readonly validUntil: CivilDate;
      /** The total of the cheapest option. */
      readonly from: Money;
    }
  /** The next term starts by itself on the day after `ends`. */
  | {
      readonly step: 'renews';
      readonly on: CivilDate;
      /** The last day on which a cancellation takes effect before that. */
      readonly lastDayToCancel: CivilDate;
      readonly invoiceOn?: CivilDate | undefined;
      /** As far as it is known today; unset where the plan has no price for it. */
      readonly price?: Price | undefined;
    }
  /** The running term is still to be invoiced. */
  | { readonly step: 'invoice-comes'; readonly on: CivilDate; readonly price?: Price | undefined }
  /** A quote comes by itself. */
  | { readonly step: 'quote-comes'; readonly on: CivilDate; readonly price?: Price | undefined }
  /** Cover ends unless the customer asks for a quote: it can at once. */
  | { readonly step: 'ask-for-quote'; readonly ends: CivilDate; readonly price?: Price | undefined }
  /** Renewal is cancelled: it can be resumed until then. */
  | { readonly step: 'ends'; readonly on: CivilDate }
  /** Maintenance lapsed: a quote for its reinstatement can be asked for; `tooLate`: no longer. */
  | { readonly step: 'reinstate'; readonly isTooLate: boolean; readonly price?: Price | undefined }
  /** The vendor waits for the installation or activation. */
  | { readonly step: 'start' }
  /** A subscription, or one that was deactivated. */
  | { readonly step: 'nothing' };
