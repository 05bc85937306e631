import type { Plan } from '../../domain/plan/plan.ts';
import type { Configuration } from '../configuration/configuration.ts';

/**
 * What a batch can send at the most: it takes its licences one after the other, and for each mail three functions are
 * called, one of which waits for SES.
 */
const mailsPerSecondOfBatch = 4;

/**
 * How many batches a workflow runs at the same time: as many as `maxConcurrency` says, but no more than keep the runs
 * that start together, those of plans in one time zone, under `sendRate`. What SES turns away for all that (an operator
 * starts one more run, an update is announced) the step sends again after a pause.
 */
export function batchesAtOnce(
  { maxConcurrency, sendRate }: Pick<Configuration, 'maxConcurrency' | 'sendRate'>,
  plans: readonly Plan[],
): number {
  const together = Math.max(
    1,
    ...Map.groupBy(plans, (plan) => plan.timeZone)
      .values()
      .map(({ length }) => length),
  );
  const underRate = Math.floor(sendRate / (mailsPerSecondOfBatch * together));
  return Math.min(maxConcurrency, Math.max(1, underRate));
}
