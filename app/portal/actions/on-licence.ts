import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { mayDo } from '../access.ts';
import { notForPartners } from '../collect/licences/refusal-of.ts';
import { type SeenLicence, seenLicence } from '../collect/licences/seen-licence.ts';
import type { RefusalCode } from '../refusal.ts';
import { accepted, type Acting, carryOut, refusalOfAnswer, refusedFor, sentBefore } from './acting.ts';
import type { ActionName } from './inputs.ts';
import type { ActionResult } from './result.ts';

interface OfLicence {
  readonly licenceId: string;
}

/** How an action on one licence is done. */
export interface OnLicence<Did> {
  readonly name: ActionName;
  readonly command: LicenceCommand | ((seen: SeenLicence) => Promise<LicenceCommand>);
  /** What the events say that it did. */
  readonly did: (events: readonly Event[]) => Did | Promise<Did>;
  /** Looked at where the form is sent for the first time: an answer without the command. */
  readonly before?: (
    seen: SeenLicence,
  ) => ActionResult<Did> | undefined | Promise<ActionResult<Did> | undefined>;
  /** Rejections which say that it was done before. */
  readonly isDoneBy?: readonly RefusalCode[];
}

/** Does something about a licence that the reader may see, where its rights are enough. */
export async function onLicence<Did>(
  acting: Acting<OfLicence>,
  { name, command, did, before, isDoneBy = [] }: OnLicence<Did>,
): Promise<ActionResult<Did>> {
  const { licenceId } = acting.input;
  const seen = await seenLicence(acting.portal, acting.visit, licenceId);
  if (seen === undefined) return { outcome: 'not-found' };
  if (!mayDo(seen.rights, name)) return refusedFor(notForPartners);
  const isRepeated = (await sentBefore(acting, licenceId)) !== undefined;
  const answered = isRepeated ? undefined : await before?.(seen);
  if (answered !== undefined) return answered;
  const asked = typeof command === 'function' ? await command(seen) : command;
  const answer = await carryOut(acting, licenceId, asked);
  const refusal = refusalOfAnswer(answer);
  if (refusal === undefined) return accepted(await did(answer.events), isRepeated);
  return isDoneBy.includes(refusal.code) ? { outcome: 'already-done' } : refusedFor(refusal);
}
