import type { CivilDate } from '../../../domain/calendar.ts';
import type { Price } from '../../../domain/billing/price.ts';
import type { QuoteState } from '../views/documents.ts';
import type { Refusal } from '../refusal.ts';

/** What has changed since the reader saw the page. */
export type Meanwhile =
  /** The quote was accepted, declined, has expired or was withdrawn; `number` is the one to look at now. */
  | { readonly what: 'quote'; readonly number: string; readonly state: QuoteState }
  /** Cancelling takes effect on another day by now. */
  | { readonly what: 'end-of-cover'; readonly endsOn: CivilDate }
  | { readonly what: 'price'; readonly price: Price }
  /** Somebody else has changed the details; `version` is theirs now. */
  | { readonly what: 'details'; readonly version: string };

/**
 * What came of an action. `already-done`: this form was sent before, or somebody else did the same. `busy`: nothing was done;
 * the same form can be sent again.
 */
export type ActionResult<Did = object> =
  | { readonly outcome: 'done'; readonly did: Did }
  | { readonly outcome: 'already-done'; readonly did?: Did | undefined }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'changed-meanwhile'; readonly now: Meanwhile }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'busy' };

/** A form that was sent: its id makes sending it twice the same as once. */
export interface Submission<Input> {
  /** A UUID that the page puts into the form. */
  readonly requestId: string;
  readonly input: Input;
}
