import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const runOn = (day: string, ...args: readonly string[]) =>
  operator.on(day, ['run', 'vtube-laser-smp', '--yes', ...args]);
const run = (...args: readonly string[]) => runOn('2026-06-01', ...args);

test('a day is run once: licences that are due are done, and again only when asked for', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const first = await run();
  expect({ status: first.status, err: first.err }).toMatchObject({ status: 0 });
  expect(first.out).toContain('Plan vtube-laser-smp on 2026-06-01: 1 due, 1 done, 0 failed.');
  expect(first.out).toMatch(
    new RegExp(`${licenceId} +done +reminder \\S+ is skipped; reminder \\S+ is sent +a later one goes out`),
  );
  const second = await run();
  expect(second.status).toBe(2);
  expect(second.err).toContain('2026-06-01 has run already, or is running. To run it again, add --again.');
  const again = await run('--again', '--json');
  expect(again.status).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ date: '2026-06-01', due: 0, licences: [] });
});

test('a licence that fails is named with its reason, and the status is 1', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-07-15' });
  await operator.poison(licenceId);
  const { status, out, err } = await runOn('2026-06-20');
  expect(status).toBe(1);
  expect(out).toContain('1 due, 0 done, 1 failed');
  expect(out).toMatch(new RegExp(`${licenceId} +failed +parked +.*not valid`));
  expect(err).toContain('run the parked licences again with `npx perennial retry vtube-laser-smp`.');
});

test('a single licence can be run, and the run of the day still happens', async () => {
  const alone = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-10-31' });
  const other = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-10-31' });
  const date = '2026-10-01';
  const first = await runOn(date, '--licence', alone);
  expect({ status: first.status, err: first.err }).toMatchObject({ status: 0 });
  expect(first.out).toMatch(new RegExp(`${alone} +done +reminder \\S+ is skipped; reminder \\S+ is sent`));
  expect(first.out).not.toContain(other);
  const second = await runOn(date, '--licence', alone);
  expect(second.out).toMatch(new RegExp(`${alone} +done +no event\n`));
  expect(await operator.journal(alone)).toEqual([
    'LicenceRegistered',
    'TermStarted',
    'ReminderSkipped',
    'ReminderIssued',
  ]);

  const ofDay = await runOn(date, '--json');
  expect(ofDay.status).toBe(0);
  const { licences } = JSON.parse(ofDay.out) as { licences: { licenceId: string }[] };
  const ids = licences.map(({ licenceId }) => licenceId);
  expect(ids).toContain(other);
  expect(ids).not.toContain(alone);
});

test('a licence of another plan, or a parked one, is refused', async () => {
  const licenceId = await operator.licence(videoSma, { coverEnds: '2026-12-31' });
  const { status, err } = await run('--licence', licenceId);
  expect([status, err]).toEqual([2, expect.stringContaining('belongs to plan video-sma')]);
  await operator.post.licences.park(licenceId, { on: civilDate('2026-05-01'), reason: 'no rate' });
  const parked = await operator.on('2026-06-01', ['run', 'video-sma', '--licence', licenceId, '--yes']);
  expect(parked.status).toBe(2);
  expect(parked.err).toContain('has been parked since 2026-05-01: no rate');
  expect(parked.err).toContain(`npx perennial retry video-sma ${licenceId}`);
});

test('a day in the future is refused', async () => {
  const { status, err } = await run('--date', '2026-06-02');
  expect(status).toBe(2);
  expect(err).toContain('2026-06-02 is later than today, 2026-06-01 in America/New_York');
});

test('an unknown plan is refused, and the message lists the plans', async () => {
  const { status, err } = await operator.on('2026-06-01', ['run', 'none', '--yes']);
  expect(status).toBe(2);
  expect(err).toContain('There is no plan none. The plans are smart-net-user-group,');
});
