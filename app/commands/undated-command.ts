import type { Command } from '../../domain/decide.ts';

type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;

/** A command without its day. */
export type UndatedCommand = WithoutDay<Command>;
