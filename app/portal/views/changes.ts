import type { CivilDate } from '../../../domain/calendar.ts';
import type { Price } from '../../../domain/billing/price.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Branding } from './branding.ts';
import type { LicenceSummary } from './licences.ts';
import type { Refusal } from '../refusal.ts';

/** A change that the plan's price list has. */
export type OfferedEdition = {
  readonly edition: string;
  readonly listPrice: Money;
} &
  /** Asking for it brings a quote over this price. */
  (
    | {
        readonly can: 'be-quoted';
        readonly price: Price;
        readonly credited?: Money | undefined;
        readonly needsNewLicence: boolean;
      }
    /** It is included: asking for it makes it. */
    | { readonly can: 'be-made' }
    | { readonly can: 'not'; readonly refusal: Refusal }
  );

export interface OfferedModule {
  readonly sku: string;
  readonly listPrice: Money;
  /** Whether the licence has it, or has it on order. */
  readonly isHad: boolean;
  /** What it costs by itself until the end of the running term; unset where it cannot be added. */
  readonly price?: Price | undefined;
}

/** What a licence can be changed to, with prices as of today. */
export interface ChangesView {
  readonly licence: LicenceSummary;
  readonly branding: Branding;
  readonly editions: readonly OfferedEdition[];
  readonly modules: readonly OfferedModule[];
  /** Modules are charged to this day now, and in full from the next term. */
  readonly modulesChargedTo?: CivilDate | undefined;
  /** Why none can be added. */
  readonly noModules?: Refusal | undefined;
  /** The number of the open quote for a change. */
  readonly openQuote?: string | undefined;
}

/** What adding some modules together costs. */
export interface ModulesPreview {
  readonly licence: LicenceSummary;
  readonly branding: Branding;
  readonly skus: readonly string[];
  readonly refusal?: Refusal | undefined;
  /** Send its total back with the confirmation. */
  readonly price?: Price | undefined;
  readonly chargedTo?: CivilDate | undefined;
}
