import type { EventOf } from '../../domain/licence/events.ts';
import type { Material, Writing } from '../kinds/kind.ts';
import { returning } from './actions.ts';
import { coverBlocks } from './cover-blocks.ts';
import { uncoveredOn, wayBackOf } from './cover-facts.ts';
import { type Block, text } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';

/**
 * What a mail says about an update that its reader may not have, in the words of its kind: why, and how to get cover again.
 * @param missed what a reader without cover misses
 */
export function deniedUpdate(
  material: Material,
  event: EventOf<'UpdateAnnounced'> | EventOf<'UpdatePasswordRefused'>,
  words: Pick<MailLocaliser['words']['updateRefused'], 'subject' | 'intro'>,
  missed: readonly Block[],
): Writing {
  const { localiser, about, plan, history } = material;
  const { date, product, version, licenceId } = event;
  const update = { product, version, licenceId };
  const uncovered = uncoveredOn(plan, history.then, date);
  const wayBack = wayBackOf(material);
  const { notGiven, needsCover } = localiser.words.updatesDenied;
  return {
    subject: words.subject(update),
    body: [
      text(words.intro(update)),
      text(uncovered === undefined ? notGiven : needsCover),
      ...(uncovered === undefined ? [] : missed),
      ...coverBlocks(localiser, uncovered, wayBack),
      ...returning(localiser, about, wayBack),
    ],
  };
}
