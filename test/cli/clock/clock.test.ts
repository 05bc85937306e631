import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { timeOfCloud } from '../../../client/clock/embedded-clock.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

test('clock moves to the next event of a licence, runs what is due on the way, and says what the runs did', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-08-31' });
  const moved = await operator.on('2026-05-29', ['clock', '--to-next', licenceId]);
  expect(moved).toMatchObject({ status: 0 });
  expect(moved.out).toMatch(/2026-06-02 10:00 +vtube-laser-smp +the licence that was due is up to date/);
  expect(moved.out).toMatch(/26 schedules fired, 25 of them with nothing to report/);
  expect(await operator.journal(licenceId)).toContain('ReminderIssued');
});

test('clock --days moves day by day, whatever there is to do', async () => {
  const { status, out } = await operator.on('2026-06-02', ['clock', '--days', '2', '--json']);
  expect(status).toBe(0);
  const days = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly at: string; readonly planId?: string });
  const ofPlan = days.filter(({ planId }) => planId === 'smart-net-user-group');
  expect(ofPlan.map(({ at }) => at)).toEqual(['2026-06-02T18:00:00Z', '2026-06-03T18:00:00Z']);
});

test('commands take the time from the clock of the cloud', async () => {
  operator.cloud.clock.set('2031-05-04T12:00:00Z');
  expect(await timeOfCloud(process.env, 'wall')).toBe('2031-05-04T12:00:00.000Z');
  expect(await timeOfCloud({ AWS_REGION: 'eu-central-1' }, 'wall')).toBe('wall');
  expect(await timeOfCloud({ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, 'wall')).toBe('wall');
});

test('clock refuses to go back, and a licence for which nothing will be due', async () => {
  const back = await operator.on('2031-05-04', ['clock', '--to', '2026-01-01']);
  expect(back).toMatchObject({ status: 2 });
  expect(back.err).toMatch(/only moves forward/);
  const pending = await operator.licence(smartNetUserGroup, { installedOn: undefined });
  const next = await operator.on('2031-05-04', ['clock', '--to-next', pending]);
  expect(next).toMatchObject({ status: 2 });
  expect(next.err).toMatch(/No run will do anything for licence/);
});

test('on AWS clock says why it cannot move it', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  const { status, err } = await operator.on('2026-05-01', ['clock', '--days', '1']);
  vi.unstubAllEnvs();
  expect({ status, err }).toMatchObject({
    status: 2,
    err: expect.stringMatching(/^The clock of AWS cannot be moved\./) as string,
  });
});
