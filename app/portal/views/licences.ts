import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Branding } from './branding.ts';
import type { NextStep } from './next-step.ts';
import type { Rights } from '../reader.ts';

/** Where the maintenance of a licence stands. */
export type Standing =
  /** Waits for its installation, activation or purchase. */
  | { readonly state: 'pending'; readonly waitsFor: 'installedOn' | 'activatedOn' | 'purchasedOn' }
  | {
      readonly state: 'active';
      /** The running term, both days included. */
      readonly starts: CivilDate;
      readonly ends: CivilDate;
      /** Whether the next term starts by itself. */
      readonly renews: boolean;
      /** The day on which cover ends, where renewal is cancelled. */
      readonly cancelledTo?: CivilDate | undefined;
    }
  | { readonly state: 'subscribed' }
  | {
      readonly state: 'lapsed';
      readonly on: CivilDate;
      readonly reason: 'unpaid' | 'cancelled' | 'not-renewed';
      /** The last day of the last term. */
      readonly ended: CivilDate;
    }
  | { readonly state: 'deactivated'; readonly on: CivilDate };

/** Whether maintenance is in force today. */
export interface CoverToday {
  readonly inForce: boolean;
  /** The first day of unbroken cover; where there is none, since when. */
  readonly since?: CivilDate | undefined;
  /** The last day as things stand; unset where it has no end. */
  readonly until?: CivilDate | undefined;
}

/** A licence in a line. */
export interface LicenceSummary {
  readonly licenceId: string;
  readonly planId: string;
  /** The plan's name, such as `Smart-Net User Group`. */
  readonly plan: string;
  /** What the vendor calls the id, where it is not the licence's own, such as `dongle`. */
  readonly trackedBy: { readonly en: string; readonly de: string } | null;
  readonly product: string;
  /** Empty where it has none. */
  readonly edition: string;
  readonly model: 'perpetual' | 'subscription';
  readonly standing: Standing;
  readonly cover: CoverToday;
  readonly next: NextStep;
  /** What is to be paid of all open invoices, less credit. */
  readonly toPay: Money;
  /** Received and not yet used. */
  readonly credit: Money;
}

/** The licences of a customer, in the order of their ids. */
export interface LicenceGroup {
  readonly customerId: string;
  readonly name: string;
  readonly rights: Rights;
  readonly licences: readonly LicenceSummary[];
  /** The licence after which there are more; unset where these are the last. */
  readonly next?: string | undefined;
}

/** All licences that a reader sees: its own first, then those of its customers by their names. */
export interface LicencesView {
  readonly customer: { readonly customerId: string; readonly name: string; readonly locale: string };
  readonly groups: readonly LicenceGroup[];
  /** Of a partner: the customer after which there are more; unset where these are the last. */
  readonly nextCustomer?: string | undefined;
  /** The vendor whose licences these are; unset where there are several, or none. */
  readonly branding?: Branding | undefined;
}
