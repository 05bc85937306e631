import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { ExecutionReader } from '../../../adapters/stepfunctions/execution-reader.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

/** A licence that failed in the run of a day, and how to mend it. */
async function failedOn(plan: Plan, day: string) {
  const licenceId = await operator.licence(plan, { coverEnds: '2026-06-30' });
  const mend = await operator.poison(licenceId);
  const { status } = await operator.on(day, ['run', plan.id, '--yes']);
  expect(status).toBe(1);
  return { licenceId, mend };
}

const retry = (day: string, ...args: readonly string[]) => operator.on(day, ['retry', ...args]);

test('a licence that failed, days ago too, is put back when it is mended, and done', async () => {
  const { licenceId, mend } = await failedOn(vtubeLaserSmp, '2026-06-01');
  const other = await failedOn(vtubeLaserSmp, '2026-06-02');
  await mend();
  await other.mend();
  expect(await operator.on('2026-06-04', ['run', vtubeLaserSmp.id, '--yes'])).toMatchObject({ status: 0 });
  expect(await operator.journal(licenceId)).not.toContain('ReminderIssued');

  const { status, out, err } = await retry('2026-06-04', vtubeLaserSmp.id, '--yes');
  expect({ status, err }).toMatchObject({ status: 0 });
  expect(err).toMatch(new RegExp(`${licenceId}, parked since 2026-06-01: .*not valid`));
  expect(err).toMatch(new RegExp(`${other.licenceId}, parked since 2026-06-02: .*not valid`));
  for (const each of [licenceId, other.licenceId]) {
    expect(out).toMatch(new RegExp(`${each} +done +reminder \\S+ is skipped; reminder \\S+ is sent`));
    expect(await operator.journal(each)).toContain('ReminderIssued');
  }
  const show = await operator.on('2026-06-04', ['executions', 'show', vtubeLaserSmp.id, '2026-06-01']);
  expect(show.out).toMatch(new RegExp(`${licenceId} +failed +not parked +.*not valid`));
  const list = await operator.on('2026-06-04', ['executions', 'list', '--plan', vtubeLaserSmp.id]);
  expect(list.out).toMatch(/2026-06-04 +\S+ +extra +done +2 +2 +0 +0/);
  expect(await retry('2026-06-04', vtubeLaserSmp.id)).toMatchObject({
    status: 0,
    err: expect.stringContaining('Plan vtube-laser-smp has no parked licences.') as string,
  });
});

test('it asks first, and one that is not mended is parked again', async () => {
  const { licenceId } = await failedOn(videoSma, '2026-06-01');
  const declined = await operator.on('2026-06-03', ['retry', videoSma.id], 'n');
  expect([declined.status, declined.err]).toEqual([2, expect.stringContaining('Nothing was done.')]);

  const { status, out } = await retry('2026-06-03', videoSma.id, licenceId, '--yes', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    planId: videoSma.id,
    date: '2026-06-03',
    licences: [{ licenceId, outcome: 'failed', what: 'parked' }],
  });
  const again = await retry('2026-06-05', videoSma.id);
  expect(again.err).toContain(`${licenceId}, parked since 2026-06-03`);
});

test('only those that are named are put back; one that is not parked there is refused with them', async () => {
  const first = await failedOn(netjapanMaintenance, '2026-06-01');
  const second = await failedOn(netjapanMaintenance, '2026-06-02');
  await first.mend();
  await second.mend();
  const sound = await operator.licence(netjapanMaintenance, { purchasedOn: '2025-06-01' });
  const both = await retry('2026-06-03', netjapanMaintenance.id, first.licenceId, sound, '--yes');
  expect([both.status, both.err]).toEqual([
    2,
    expect.stringContaining(`Not parked in plan netjapan-maintenance: ${sound}`),
  ]);
  expect(await operator.journal(first.licenceId)).not.toContain('ReminderIssued');

  const named = await retry('2026-06-03', netjapanMaintenance.id, first.licenceId, '--yes');
  expect(named.status).toBe(0);
  expect(await operator.journal(first.licenceId)).toContain('ReminderIssued');
  expect(await operator.journal(second.licenceId)).not.toContain('ReminderIssued');
});

test('an aborted execution is reported as such, without any outcome', async () => {
  const ended = vi.spyOn(ExecutionReader.prototype, 'ended').mockResolvedValueOnce({
    name: 'broken',
    status: 'TIMED_OUT',
    input: { planId: videoSma.id, scheduledTime: '2026-06-06T04:00:00Z' },
    error: 'States.Timeout',
  });
  const { status, out, err } = await retry('2026-06-06', videoSma.id, '--yes');
  ended.mockRestore();
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('The execution was aborted: States.Timeout. Run the command again.');
});

test('a licence that an interrupted retry released is done by the next run of a day', async () => {
  const { licenceId, mend } = await failedOn(vtubeLaserSmp, '2026-06-10');
  await mend();
  // As the workflow does first: it ends here.
  await operator.post.licences.unpark(licenceId, civilDate('2026-06-10'));
  const { status, out } = await operator.on('2026-06-11', ['run', vtubeLaserSmp.id, '--yes']);
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`${licenceId} +done +reminder \\S+ is skipped; reminder \\S+ is sent`));
});
