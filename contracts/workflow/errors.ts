/** Names of errors that the state machines distinguish, or end with. */
export const errors = {
  /** Another write came first, again and again: the step can be repeated safely. */
  conflict: 'ConcurrentChange',
  /** Turned away for a moment by DynamoDB or SES, nothing was done: the step can be repeated after a pause. */
  throttled: 'Throttled',
  /** How an execution ends that has a failed licence; its cause names them. */
  licencesFailed: 'LicencesFailed',
  /** What was asked for does not fit: the message names the value and what would. */
  refused: 'Refused',
} as const;

/**
 * The account cannot send mail at all: its quota is used up, it is in the sandbox, its sending is paused, or its sender is
 * not verified. It is no fault of the mail, which waits for the next run.
 */
export class AccountTrouble extends Error {
  override readonly name = 'AccountTrouble';
}
