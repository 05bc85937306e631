import type { CivilDate } from '../../domain/calendar.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { InLanguages } from '../../domain/plan/language.ts';
import type { Price } from '../../domain/billing/price.ts';

export interface ChangeContents {
  'change-quote': {
    readonly quoteId: string;
    readonly validUntil: CivilDate;
    readonly change: Change;
    readonly price: Price;
    readonly needsNewLicence: boolean;
    readonly note?: InLanguages | undefined;
    /** Whether a lapse would withdraw it: while the licence is covered. */
    readonly endsWithLapse: boolean;
    /** Whether the customer has accepted it since. */
    readonly isAccepted: boolean;
  };
  changed: {
    readonly change: Change;
    readonly on: CivilDate;
    readonly note?: InLanguages | undefined;
  };
}
