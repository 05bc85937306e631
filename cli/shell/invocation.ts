import type { Output } from './output.ts';

/** What a command is given in addition to its arguments. */
export interface Invocation {
  readonly output: Output;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
  /** When the command was given: an instant in UTC, `2026-01-31T09:00:00.000Z`. */
  readonly now: string;
  /** Asks the operator at the terminal; unset if there is no terminal. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}
