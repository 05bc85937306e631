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

/** Refuses, as Step Functions does, a result of more than 256 KiB. @param text the result as JSON */
export function refuseTooLarge(text: string, whose: string): void {
  if (Buffer.byteLength(text) <= MOST_BYTES) return;
  throw new StateError(
    'States.DataLimitExceeded',
    `The state/task '${whose}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}
