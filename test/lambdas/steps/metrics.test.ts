import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { videoSma } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;
const lines: string[] = [];

beforeAll(async () => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  house = await openHouse();
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await house.cloud.stop();
});
afterEach(() => {
  lines.length = 0;
});

interface Line {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [member: string]: unknown;
}

/** What CloudWatch makes of the lines in the log: `Name value {dimension}`. */
const published = () =>
  lines.flatMap((text) => {
    const line = JSON.parse(text) as Line;
    return line._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((set) => {
        const dimensions = set.map((name) => `${name}=${String(line[name])}`).join();
        return Metrics.map(({ Name }) => `${Namespace} ${Name} ${String(line[Name])} {${dimensions}}`);
      }),
    );
  });

const collect = (scheduledTime: string) =>
  house.step('collect-due', { planId: videoSma.id, scheduledTime, execution: scheduledTime });

test('a run reports for how many days the longest overdue licence has been due', async () => {
  await house.licence(videoSma, { coverEnds: '2026-03-31' }); // is to be reminded on 2026-01-30
  await house.licence(videoSma, { coverEnds: '2026-04-02' });
  await collect('2026-02-04T05:00:00Z');
  expect(published()).toEqual(['Perennial BacklogDays 5 {Plan=video-sma}', 'Perennial BacklogDays 5 {}']);
});

test('a run on a day on which nothing is due reports nothing', async () => {
  await collect('2025-06-01T04:00:00Z');
  expect(published()).toEqual([
    'Perennial BacklogDays 0 {Plan=video-sma}',
    'Perennial BacklogDays 0 {}',
    'Perennial Due 0 {Plan=video-sma}',
    'Perennial Done 0 {Plan=video-sma}',
    'Perennial Failed 0 {Plan=video-sma}',
  ]);
});

test('a run reports how many licences were due, done and failed', async () => {
  const collected = await collect('2026-02-05T05:00:00Z');
  lines.length = 0;
  await house.summarise(collected);
  expect(published()).toEqual([
    'Perennial Due 2 {Plan=video-sma}',
    'Perennial Done 0 {Plan=video-sma}',
    'Perennial Failed 2 {Plan=video-sma}',
  ]);
});
