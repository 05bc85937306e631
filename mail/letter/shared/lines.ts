import type { Event } from '../../../domain/licence/events.ts';
import type { SharedBy } from '../../kinds/kind.ts';

/** The licences that share a mail, each with its event, in the order of their ids. */
export type Lines<Called extends Event> = readonly [SharedBy<Called>, ...SharedBy<Called>[]];

/** How many licences they are of. */
export function licencesIn(lines: readonly SharedBy<Event>[]): number {
  return new Set(lines.map(({ event }) => event.licenceId)).size;
}

/** The same of each line. */
export function ofEach<Called extends Event, To>(
  [first, ...others]: Lines<Called>,
  to: (line: SharedBy<Called>) => To,
): readonly [To, ...To[]] {
  return [to(first), ...others.map(to)];
}
