import type { Output } from './output.ts';

/** What a command is given besides its arguments. */
export interface Invocation {
  readonly output: Output;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
  /** When the command was given: an instant in UTC, `2026-01-31T09:00:00.000Z`. */
  readonly now: string;
  /** Puts a question to whoever sits at the terminal; unset where there is none. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}
