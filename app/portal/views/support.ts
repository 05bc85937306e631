import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { InLanguages } from '../../../domain/plan/language.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Branding } from './branding.ts';
import type { LicenceSummary } from './licences.ts';
import type { Rights } from '../reader.ts';

/** What a ticket that is opened now would be. */
export type TicketTerms =
  | { readonly terms: 'free' }
  | {
      readonly terms: 'charged';
      readonly rate?: InLanguages | undefined;
      readonly perHour?: Money | undefined;
    }
  /** Not without cover; `instead`: what the customer has all the same. */
  | { readonly terms: 'declined'; readonly instead?: InLanguages | undefined };

export interface TicketView {
  readonly ticketId: string;
  readonly openedAt: Instant;
  readonly terms: 'free' | 'charged' | 'emergency';
  readonly firstResponseBy?: Instant | undefined;
  readonly access: 'none' | 'granted' | 'revoked';
  /** Unset while it is open. */
  readonly closedOn?: CivilDate | undefined;
}

/** The support of a licence. */
export interface SupportView {
  readonly licence: LicenceSummary;
  readonly rights: Rights;
  readonly branding: Branding;
  /** The plan's time zone. */
  readonly timeZone: string;
  readonly standard: TicketTerms;
  readonly firstResponseWithinBusinessHours?: number | undefined;
  /** Unset where none is sold. */
  readonly emergency?:
    | {
        readonly isOffered: boolean;
        readonly net: Money;
        readonly respondWithinHours: number;
        readonly isRefundable: boolean;
      }
    | undefined;
  readonly hasRemoteAccess: boolean;
  /** The open ones first, then the closed ones, the latest first. */
  readonly tickets: readonly TicketView[];
}
