import { describe, expect, it } from 'vitest';
import { plans } from '../../../plans/index.ts';
import { type AlarmProperties, changesOf, metricsOf, type Point } from '../../support/lib/alarm-model.ts';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { operations: template } = synthesised();

interface Alarm extends AlarmProperties {
  readonly AlarmActions: readonly unknown[];
}

const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  (resource) => (resource as { Properties: Alarm }).Properties,
);
const alarmNamed = (name: string): Alarm => {
  const alarm = alarms.find(({ AlarmName }) => AlarmName === `Perennial: ${name}`);
  if (alarm === undefined) throw new Error(`no alarm ${name}`);
  return alarm;
};

const hour = 60;
const day = 24 * hour;

it('have twenty metrics at the most: AWS charges for each', () => {
  expect(alarms.flatMap(metricsOf).length).toBeLessThanOrEqual(20);
});

it('all send to the operators', () => {
  expect(new Set(alarms.map(({ AlarmActions }) => AlarmActions.map(inWords).join()))).toEqual(
    new Set(['<OperatorsTopic>']),
  );
});

/** Those that ring when something happens, and after how many minutes at the latest. */
const ofEvents: readonly (readonly [name: string, events: number, minutes: number])[] = [
  ['Run failed: renewals', 1, 1],
  ['Run failed: updates', 1, 1],
  ['Backlog', 3, 1],
  ['Step failing', 3, 1],
  ['Services throttled', 1, 1],
  ['Dead letters: Undelivered', 1, 1],
  ['Dead letters: Payments/Rejected', 1, 1],
  ['Mail unknown', 5, 1],
  ['Mail held', 1, 1],
  ['Bounce rate', 0.02, 1],
  ['Complaint rate', 0.0005, 1],
];
const ofSilence = plans.map(({ id }) => `Run did not start: ${id}`);

it('each have a time within which they ring', () => {
  const known = [...ofEvents.map(([name]) => name), ...ofSilence].map((name) => `Perennial: ${name}`);
  expect(known.toSorted()).toEqual(alarms.map(({ AlarmName }) => AlarmName).toSorted());
});

describe.each(ofEvents)('%s', (name, events, minutes) => {
  const alarm = alarmNamed(name);

  it.each(metricsOf(alarm).map((metric) => metric.name))('rings where only %s has data', (metric) => {
    const [first, ...others] = changesOf(alarm, { [metric]: [{ at: 0, value: events }] }, -day, 9 * hour);
    expect(first).toBe(`rings at ${minutes}`);
    // What nobody corrects goes on ringing; all else ends by itself.
    expect(others).toHaveLength(name === 'Backlog' ? 0 : 1);
  });

  it('is silent below that, and where nothing happens', () => {
    const little = metricsOf(alarm).map((metric) => [metric.name, [{ at: 0, value: events * 0.6 }]] as const);
    expect(changesOf(alarm, Object.fromEntries(little.slice(0, 1)), -day, day)).toEqual([]);
    expect(changesOf(alarm, {}, -day, day)).toEqual([]);
  });
});

it('Backlog ends with the run after it', () => {
  const alarm = alarmNamed('Backlog');
  const [metric = ''] = metricsOf(alarm).map((each) => each.name);
  const published = { [metric]: [point(0, 4), point(day, 0)] };
  expect(changesOf(alarm, published, -day, 3 * day)).toEqual(['rings at 1', `ends at ${day + 1}`]);
});

describe.each(ofSilence)('%s', (name) => {
  const alarm = alarmNamed(name);
  const [metric = ''] = metricsOf(alarm).map((each) => each.name);
  const runs = (...at: readonly number[]) => ({ [metric]: at.map((minute) => point(minute, 0)) });

  it('rings two to three hours after a start that was missed, after a week of runs', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((of) => of * day);
    const missed = 7 * day;
    const [first = ''] = changesOf(alarm, runs(...week), 2 * day, 9 * day);
    const at = Number(/^rings at (\d+)$/.exec(first)?.[1]);
    expect(at - missed).toBeGreaterThanOrEqual(2 * hour);
    expect(at - missed).toBeLessThanOrEqual(3 * hour);
  });

  it('rings where the plan has never run', () => {
    expect(changesOf(alarm, {}, 0, hour)).toEqual(['rings at 0']);
  });

  it('is silent over a day of 25 hours, and ends with the next run', () => {
    expect(changesOf(alarm, runs(0, 25 * hour, 49 * hour), 2 * hour, 74 * hour)).toEqual([]);
    expect(changesOf(alarm, runs(0, 3 * day), 2 * hour, 4 * day)).toEqual([
      `rings at ${27 * hour}`,
      `ends at ${3 * day + hour}`,
    ]);
  });
});

it('the model knows that without FILL an alarm on a day of silence rings after three', () => {
  const old: AlarmProperties = {
    AlarmName: 'old',
    MetricName: 'started',
    Statistic: 'SampleCount',
    Period: 86_400,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  };
  expect(changesOf(old, { started: [point(0, 0)] }, 1, 5 * day)).toEqual([`rings at ${3 * day + 1}`]);
});

function point(at: number, value: number): Point {
  return { at, value };
}
