import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { ExecutionReader } from '../../../adapters/stepfunctions/execution-reader.ts';
import { RunStore } from '../../../adapters/dynamodb/runs/runs.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const at = (day: string, ...args: readonly string[]) => operator.on(day, args);
const datesOf = async (licenceId: string) =>
  (await operator.post.licences.events(licenceId)).map(({ date, type }) => `${date} ${type}`);

test('each missed day has a run of its own, which dates what it does; a second backfill finds no missed days', async () => {
  const { id } = netjapanMaintenance;
  await at('2026-06-01', 'run', id, '--yes');
  // Reminder expiry-30 falls on the 2nd of June for one, on the 4th for the other.
  const first = await operator.licence(netjapanMaintenance, { coverEnds: '2026-07-02' });
  const second = await operator.licence(netjapanMaintenance, { coverEnds: '2026-07-04' });
  const missed = ['backfill', id, '2026-06-01..2026-06-05', '--yes'] as const;
  const { status, out, err } = await at('2026-06-05', ...missed);
  expect({ status, err }).toMatchObject({ status: 0 });
  expect(err).toContain('Skipping 2026-06-01: already run.');
  expect(out).toMatch(/^2026-06-02 +done +2 +2 +0 +\S+$/m);
  expect(out).toMatch(/^2026-06-04 +done +1 +1 +0 +\S+$/m);
  expect((await datesOf(first)).at(-1)).toBe('2026-06-02 ReminderIssued');
  expect((await datesOf(second)).at(-1)).toBe('2026-06-04 ReminderIssued');

  const again = await at('2026-06-05', ...missed);
  expect([again.status, again.err]).toEqual([0, expect.stringContaining('has no missed days')]);
  expect((await datesOf(second)).at(-1)).toBe('2026-06-04 ReminderIssued');
});

test('it stops at the first day that fails, and continues from there', async () => {
  const { id } = vtubeLaserSmp;
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-07-02' });
  const mend = await operator.poison(licenceId);
  const stopped = await at('2026-06-03', 'backfill', id, '2026-06-01..2026-06-03', '--yes', '--json');
  expect(stopped.status).toBe(1);
  expect(stopped.out.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stopped.out)).toMatchObject({ date: '2026-06-01', due: 1, failed: 1 });
  expect(stopped.err).toContain(`npx perennial retry ${id}`);
  expect(stopped.err).toContain('continues with 2026-06-02');

  await mend();
  const goesOn = await at('2026-06-03', 'backfill', id, '2026-06-01..2026-06-03', '--yes', '--json');
  expect(goesOn.status).toBe(0);
  const lines = goesOn.out.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { date: '2026-06-02' },
    { date: '2026-06-03' },
  ]);
});

test('a day whose run was aborted is run again; nothing is run while a run has not ended', async () => {
  const { id } = videoSma;
  const runs = new RunStore(documentClient(), settingsOf(operator.cloud.outputs));
  await runs.claim({ planId: id, today: civilDate('2026-06-02'), execution: 'forgotten' }, false);
  const look = vi.spyOn(ExecutionReader.prototype, 'look').mockResolvedValue('running');
  const refused = await at('2026-06-03', 'backfill', id, '2026-06-02..2026-06-03', '--yes');
  look.mockRestore();
  expect([refused.status, refused.err]).toEqual([
    2,
    expect.stringContaining('has not ended (execution forgotten)'),
  ]);

  const { status, out } = await at('2026-06-03', 'backfill', id, '2026-06-02..2026-06-03', '--yes');
  expect(status).toBe(0);
  expect(out).toMatch(/^2026-06-02 +done/m);
  expect(out).toMatch(/^2026-06-03 +done/m);
});

test('Ctrl-C stops before the next day, and the message says how to continue', async () => {
  const { id } = videoSma;
  const args = ['backfill', id, '2026-06-10..2026-06-12', '--yes', '--json'];
  const ran = await operator.on('2026-06-12', args, undefined, '2026-06-10 (1 of 3)');
  expect(ran.status).toBe(130);
  expect(JSON.parse(ran.out)).toMatchObject({ date: '2026-06-10' });
  expect(ran.err).toContain('Stopped before 2026-06-11. To continue, run the same command again.');
});

test('days in the future are refused', async () => {
  const { status, err } = await at('2026-06-03', 'backfill', videoSma.id, '2026-06-03..2026-06-04', '--yes');
  expect([status, err]).toEqual([2, expect.stringContaining('2026-06-04 is in the future')]);
});
