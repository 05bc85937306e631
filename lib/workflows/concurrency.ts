import type { Plan } from '../../domain/plan/plan.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** What one batch sends at the least, so that the largest is through within the life of a function. */
const leastMailsPerSecond = 1;

export interface Pace {
  /** How many batches a workflow runs at the same time. */
  readonly batches: number;
  /** How many mails a second each of them may send. */
  readonly mailsPerSecond: number;
}

/**
 * Shares `sendRate` among the batches that run at the same time, those of plans in one time zone, so that SES has
 * nothing to turn away: as many batches as `maxConcurrency` says, but no more than can each send a mail a second.
 */
export function paceOf(
  { maxConcurrency, sendRate }: Pick<Configuration, 'maxConcurrency' | 'sendRate'>,
  plans: readonly Plan[],
): Pace {
  const together = Math.max(
    1,
    ...Map.groupBy(plans, (plan) => plan.timeZone)
      .values()
      .map(({ length }) => length),
  );
  const underRate = Math.floor(sendRate / (leastMailsPerSecond * together));
  const batches = Math.min(maxConcurrency, Math.max(1, underRate));
  return { batches, mailsPerSecond: sendRate / (batches * together) };
}
