import type { CivilDate } from '../../domain/calendar.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { InLanguages } from '../../domain/plan/language.ts';
import type { ChangeOffer } from '../../wording/facts/change-offer.ts';

export interface ChangeContents {
  'change-quote': ChangeOffer;
  changed: {
    readonly change: Change;
    readonly on: CivilDate;
    readonly note?: InLanguages | undefined;
  };
}
