import { afterAll, beforeAll, expect, test } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const planId = vtubeLaserSmp.id;
const today = '2026-06-01';
const waits =
  'mails wait for the next run: SES takes no mail: MessageRejected: Sending paused for this account';
const remedy = "AWS's Health Dashboard";
let operator: Operator;
let ran: Awaited<ReturnType<Operator['on']>>;

/** On the 1st of June AWS has paused the account: the mail of the only licence that is due waits. */
beforeAll(async () => {
  operator = await openOperator();
  await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  operator.cloud.setMailAccount({ isPaused: true });
  ran = await operator.on(today, ['run', planId, '--yes']);
  operator.cloud.setMailAccount({});
}, 300_000);
afterAll(() => operator.stop());

test('a run whose mails wait exits as failed, says why and what to do, and that running the day again does not send them', () => {
  expect(ran.status).toBe(1);
  expect(ran.out).toContain('1 due, 1 done, 0 failed');
  expect(ran.err).toContain(waits);
  expect(ran.err).toContain(remedy);
  expect(ran.err).toContain('npx perennial doctor');
  expect(ran.err).toContain('running the same day again does not');
});

test('executions list and show have it as failed, with the reason', async () => {
  const list = await operator.on(today, ['executions', 'list', '--failed', '--plan', planId]);
  expect(list.out).toContain(`failed: ${waits}`);
  const show = await operator.on(today, ['executions', 'show', planId, today]);
  expect(show.out).toContain(`failed: ${waits}`);
  expect(show.out).toContain('1 due, 1 done, 0 failed');
  expect(show.out).toMatch(new RegExp(`^to do +.*${remedy}`, 'm'));
});

test('a day that is run again still says that its mails wait, for that does not send them', async () => {
  const sent = operator.cloud.mails().length;
  const again = await operator.on(today, ['run', planId, '--again', '--yes']);
  expect(again).toMatchObject({ status: 0, out: expect.stringContaining('0 due') as string });
  expect(operator.cloud.mails()).toHaveLength(sent);
  const list = await operator.on(today, ['executions', 'list', '--failed', '--plan', planId]);
  expect(list.out).toContain(`failed: ${waits}`);
});

test('a retry whose mails wait exits as failed too', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-07-01' });
  const mend = await operator.poison(licenceId);
  await operator.on(today, ['run', netjapanMaintenance.id, '--yes']);
  await mend();
  operator.cloud.setMailAccount({ perDay: 0 });
  const { status, out, err } = await operator.on(today, ['retry', netjapanMaintenance.id, '--yes']);
  operator.cloud.setMailAccount({});
  expect([status, out]).toEqual([1, expect.stringContaining('done')]);
  expect(err).toContain('Daily message quota exceeded');
  expect(err).toContain('higher quota');
});

test('a backfill stops at a day whose mails wait, and the next day sends them', async () => {
  operator.cloud.setMailAccount({ unverified: [vtubeLaserSmp.vendor.email.split('@')[1] ?? ''] });
  await operator.licence(vtubeLaserSmp, { coverEnds: '2026-07-02' });
  const days = ['backfill', planId, '2026-06-02..2026-06-03', '--yes'];
  const stopped = await operator.on('2026-06-03', days);
  operator.cloud.setMailAccount({});
  expect(stopped.status).toBe(1);
  expect(stopped.err).toContain('is not verified');
  expect(stopped.err).toContain('continues with 2026-06-03');
  const sent = operator.cloud.mails().length;
  expect((await operator.on('2026-06-03', days)).status).toBe(0);
  expect(operator.cloud.mails().length).toBeGreaterThan(sent);
});
