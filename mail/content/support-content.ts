import type { CivilDate } from '../../domain/calendar.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { InLanguages } from '../../domain/plan/language.ts';
import type { Taxed } from '../../domain/billing/tax.ts';
import type { Uncovered, WayBack } from './uncovered.ts';

export interface SupportContents {
  ticket: {
    readonly ticketId: string;
    readonly openedAt: Instant;
    /** The plan's: times are written in it. */
    readonly timeZone: string;
    readonly terms: TicketTerms;
    /** Unset where the vendor promises no time. */
    readonly firstResponseBy?: Instant | undefined;
    /** How a fault of the version in use is mended, where that is known. */
    readonly fix?: { readonly by: 'hotfix' | 'update'; readonly version: string } | undefined;
    /** Why it is not free of charge, where that is for want of maintenance, and how to have maintenance again. */
    readonly uncovered?: Uncovered | undefined;
    readonly wayBack?: WayBack | undefined;
    /** Whether a technician may be let in by an agreement for this ticket. */
    readonly remoteAccess: boolean;
  };
  'support-declined': {
    readonly askedAt: Instant;
    readonly timeZone: string;
    readonly emergency: boolean;
    /** Unset where the plan gives no support, covered or not. */
    readonly uncovered?: Uncovered | undefined;
    /** The benefit that is left to the customer. */
    readonly instead?: InLanguages | undefined;
    readonly wayBack?: WayBack | undefined;
  };
  'remote-access': {
    readonly ticketId: string;
    readonly on: CivilDate;
    readonly happened: 'granted' | 'used' | EventOf<'RemoteAccessEnded'>['by'];
  };
}

export type TicketTerms =
  | {
      readonly kind: 'free';
      /** Whether maintenance gives it, and not what the customer is. */ readonly byCover: boolean;
    }
  | { readonly kind: 'charged'; readonly rate: InLanguages }
  | { readonly kind: 'emergency'; readonly price: Taxed; readonly isRefundable: boolean };
