import type { PassStep } from './steps.ts';

/** A step that can fail on a licence. */
export type FallibleStep = PassStep | 'assess';

const parked = ': parked';

/** What an outcome says of a licence that was parked because a step failed on it: `issue-invoice: parked`. */
export function parkedBy(step: FallibleStep): string {
  return `${step}${parked}`;
}

/** Whether an entry of an outcome says so. */
export function saysParked(did: string): boolean {
  return did.endsWith(parked);
}

/** What an outcome says of a licence whose mail could not go out, since SES takes none from the account. */
export const mailWaits = 'mail waits for the next run';

/** What an outcome says of a licence on which a step failed that is not parked for it. */
export const left = 'left';
