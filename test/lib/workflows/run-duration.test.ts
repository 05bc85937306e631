import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { App, Stack } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { checkedConfiguration } from '../../../lib/configuration/configuration.ts';
import { paceOf } from '../../../lib/workflows/concurrency.ts';
import { runDuration, runTimeout, warnOfLongDays } from '../../../lib/workflows/run-duration.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';

const of = (changes: Partial<typeof configuration>) => {
  const checked = checkedConfiguration({ ...configuration, ...changes }, 'prod');
  return [checked, paceOf(checked, plans)] as const;
};
const hours = (changes: Partial<typeof configuration>) =>
  runDuration(...of(changes)).toHours({ integral: false });

it('a day is as long as its mails take at the send rate, and the starts of its batches', () => {
  // 100,000 mails at 14 a second take 1.98 hours; a hundred rounds begin, and two functions work around them.
  expect(hours({ largestDay: 100_000, sendRate: 14 })).toBeCloseTo(1.98 + (100 * 30 + 1800) / 3600, 1);
});

it('with a high send rate it is as long as its batches take', () => {
  expect(hours({ largestDay: 1_000_000, sendRate: 500, maxConcurrency: 50 })).toBeCloseTo(
    (200 * (30 + 10) + 1800) / 3600,
    1,
  );
});

it('a run has twice that time, and a day at the least', () => {
  expect(runTimeout(...of({ largestDay: 1_000 })).toHours()).toBe(24);
  const long = { largestDay: 1_000_000, sendRate: 14 };
  expect(runTimeout(...of(long)).toSeconds()).toBe(2 * runDuration(...of(long)).toSeconds());
});

it.each([
  [100_000, 0],
  [1_000_000, 1],
])('a largest day of %i licences is warned of at synthesis %i times', (largestDay, times) => {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'Stack');
  warnOfLongDays(stack, ...of({ largestDay }));
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('higher send rate'));
  expect(warnings.length).toBe(times);
});
