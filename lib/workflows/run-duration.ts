import { Annotations, Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { Pace } from './concurrency.ts';

/**
 * Licences a second that one batch takes through all its states, without the mails. The embedded cloud does 28 on one core
 * (35 ms each with its mail, `npm run bench`); this leaves room for DynamoDB's answers over a network.
 */
const licencesPerSecond = 10;

/** Starting a batch's execution and its functions. */
const secondsPerBatch = 30;

/** Collecting and summing up: each a function that has a quarter of an hour. */
const secondsAround = 2 * 15 * 60;

type Size = Pick<Configuration, 'largestDay' | 'batchSize'>;

/** How long the run of the largest day takes, where each licence has one mail. */
export function runDuration({ largestDay, batchSize }: Size, { batches, mailsPerSecond }: Pace): Duration {
  const rounds = Math.ceil(largestDay / (batchSize * batches));
  const seconds = secondsPerBatch + batchSize / Math.min(licencesPerSecond, mailsPerSecond);
  return Duration.seconds(Math.ceil(secondsAround + rounds * seconds));
}

/**
 * When an execution is given up: twice the time of the largest day, and a day at the least, so that a run always comes to
 * its summary. Each of its steps has a shorter time-out of its own.
 */
export function runTimeout(size: Size, pace: Pace): Duration {
  const doubled = runDuration(size, pace).toSeconds() * 2;
  return Duration.seconds(Math.max(doubled, Duration.days(1).toSeconds()));
}

/** Warns where the run of the largest day would still go on when the next day's begins: both would share the send rate. */
export function warnOfLongDays(scope: IConstruct, configuration: Configuration, pace: Pace): void {
  const hours = runDuration(configuration, pace).toHours({ integral: false });
  if (hours < 24) return;
  const { largestDay, sendRate, maxConcurrency } = configuration;
  Annotations.of(scope).addWarningV2(
    'perennial:LongDay',
    `a day of ${largestDay} licences (largestDay) takes about ${Math.round(hours)} hours with sendRate ${sendRate} and ` +
      `maxConcurrency ${maxConcurrency}, so that the next day's run begins before it ends: ask AWS for a higher send rate.`,
  );
}
