import type { CivilDate } from '../../../domain/calendar.ts';
import type { Command } from '../../../domain/decide.ts';

type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;

/** What the detail of an activity says, or what it should. */
export type ReadDetail =
  /** What is done; some of it depends on the day. */
  | { readonly ok: true; readonly does: (on: CivilDate) => WithoutDay<Command> }
  | { readonly ok: false; readonly expected: string };
