import type { CivilDate } from '../../domain/calendar.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import type { InLanguages } from '../../domain/plan/language.ts';
import type { JournalHistory } from './history.ts';

/** A quote for a change of the licence: another edition, more modules, a migration. */
export interface ChangeOffer {
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
}

export function changeOfferOf(
  { then, since }: JournalHistory,
  { quoteId, validUntil, change, price, needsNewLicence, note }: EventOf<'ChangeQuoted'>,
): ChangeOffer {
  const isAccepted = since.some((later) => later.type === 'ChangeAccepted' && later.quoteId === quoteId);
  const endsWithLapse = then.standing.status === 'active';
  return { quoteId, validUntil, change, price, needsNewLicence, note, endsWithLapse, isAccepted };
}
