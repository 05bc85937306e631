import type { CivilDate } from '../../../domain/calendar.ts';
import type { InLanguages } from '../../../domain/plan/language.ts';
import type { NextStep } from './next-step.ts';
import type { LicenceSummary } from './licences.ts';
import type { Branding } from './branding.ts';
import type { Refusal } from '../refusal.ts';

/** What cancelling renewal now would do. */
export interface CancellingView {
  readonly licence: LicenceSummary;
  readonly branding: Branding;
  /** Why it cannot be cancelled, or not by this reader. */
  readonly refusal?: Refusal | undefined;
  /** Set where it can be. */
  readonly effect?:
    | {
        /** The day on which cover ends then. Send it back with the confirmation. */
        readonly endsOn: CivilDate;
        /** The last day on which a cancellation takes effect at the end of the running term; unset without notice. */
        readonly noticeUntil?: CivilDate | undefined;
        /** Whether that day has passed: cover then ends with the next term. */
        readonly isLate: boolean;
        /** What is no longer included after that day. */
        readonly losesBenefits: readonly { readonly key: string; readonly name: InLanguages }[];
        /** Numbers of invoices that stay owed. */
        readonly owed: readonly string[];
        /** Whether the software itself works on. */
        readonly softwareMayBeUsed: boolean;
      }
    | undefined;
}

/** What resuming renewal now would do. */
export interface ResumingView {
  readonly licence: LicenceSummary;
  readonly branding: Branding;
  readonly refusal?: Refusal | undefined;
  /** What comes next then. */
  readonly next?: NextStep | undefined;
}
