import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { Refusal } from '../operator/errors.ts';

/**
 * A licence as its events make it, or made it up to the end of the day `named`. Throws `Refusal` for a day before it
 * entered the book.
 */
export function licenceAsOf(
  events: readonly Event[],
  licenceId: string,
  named: CivilDate | undefined,
): Licence {
  const then = events
    .filter(({ date }) => named === undefined || date <= named)
    .reduce<Licence | undefined>(evolve, undefined);
  if (then !== undefined) return then;
  throw new Refusal(
    `${named ?? ''}: licence ${licenceId} entered the book on ${events[0]?.date ?? ''}. Name that day or a later one.`,
  );
}
