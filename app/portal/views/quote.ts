import type { CivilDate } from '../../../domain/calendar.ts';
import type { Change } from '../../../domain/changes/change.ts';
import type { Price } from '../../../domain/billing/price.ts';
import type { InLanguages } from '../../../domain/plan/language.ts';
import type { Cover } from '../../../wording/facts/cover.ts';
import type { Branding } from './branding.ts';
import type { QuoteState } from './documents.ts';
import type { Rights } from '../reader.ts';

/** What a quote offers for a number of years. */
export interface QuoteOption {
  readonly years: number;
  /** Unset where the years are added up over licences with different terms, or the quote is over. */
  readonly cover?: Cover | undefined;
  readonly price: Price;
}

/** A quote for one licence, or the line of a shared quote for it. */
export interface QuoteLine {
  readonly licenceId: string;
  readonly product: string;
  readonly edition: string;
  readonly state: QuoteState;
  readonly options: readonly QuoteOption[];
  /** How it was accepted. */
  readonly accepted?:
    | {
        readonly on: CivilDate;
        readonly years: number;
        readonly po?: string | undefined;
        readonly by?: string | undefined;
        /** The number of the invoice of its order. */
        readonly invoice?: string | undefined;
      }
    | undefined;
}

/** A quote by its printed number. */
export interface QuoteView {
  readonly number: string;
  readonly kind: 'renewal' | 'reinstatement' | 'change';
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate;
  /** Set where cover ends before that: the lapse then withdraws it. */
  readonly withdrawnAfter?: CivilDate | undefined;
  /** Of the whole: open while a line is. */
  readonly state: QuoteState;
  readonly closedOn?: CivilDate | undefined;
  readonly customer: { readonly customerId: string; readonly name: string };
  /** In the order of the licences' ids. A quote that is not shared has one. */
  readonly lines: readonly [QuoteLine, ...QuoteLine[]];
  /** Added up over the lines that are open; over all lines where none is. A change has one option of 1 year. */
  readonly options: readonly QuoteOption[];
  /** For a change. */
  readonly change?:
    | {
        readonly change: Change;
        /** Whether it is for another licence: it cannot be accepted here. */
        readonly needsNewLicence: boolean;
        readonly note?: InLanguages | undefined;
      }
    | undefined;
  readonly purchaseOrder: { readonly isRequired: boolean; readonly standing?: string | undefined };
  /** An accepted quote's invoice is payable within so many days. */
  readonly payableDays: number;
  /** Whether it is open and this reader may accept it. */
  readonly mayAccept: boolean;
  readonly mayDecline: boolean;
  readonly rights: Rights;
  readonly branding: Branding;
}
