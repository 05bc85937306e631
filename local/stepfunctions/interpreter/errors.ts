/**
 * An error of a state, as Retry and Catch see it: `name` is what ErrorEquals compares, `message`
 * the cause.
 */
export class StateError extends Error {
  constructor(error: string, cause: string) {
    super(cause);
    this.name = error;
  }
}

/** Most bytes of JSON that Step Functions passes from one state to the next. */
const MOST_BYTES = 262_144;

const dataLimitExceeded = 'States.DataLimitExceeded';

/** Refuses, as Step Functions does, a result of more than 256 KiB. @param text the result as JSON */
export function refuseTooLarge(text: string, whose: string): void {
  const error = tooLarge(text, whose);
  if (error !== undefined) throw error;
}

/** The error of a result of more than 256 KiB; undefined for a smaller one. @param text the result as JSON */
export function tooLarge(text: string, whose: string): StateError | undefined {
  if (Buffer.byteLength(text) <= MOST_BYTES) return undefined;
  return new StateError(
    dataLimitExceeded,
    `The state/task '${whose}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** Whether an error ends the execution, whatever the state catches. */
export function isTerminal(error: unknown): error is StateError {
  return error instanceof StateError && error.name === dataLimitExceeded;
}
