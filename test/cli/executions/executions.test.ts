import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { ExecutionReader } from '../../../adapters/stepfunctions/execution-reader.ts';
import { RunStore } from '../../../adapters/dynamodb/runs/runs.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const planId = vtubeLaserSmp.id;
const today = '2026-06-05';
let operator: Operator;
let good: string;
let bad: string;

/** In June: runs on the 1st and 2nd, where one licence fails; none on the 3rd; one that broke off on the 4th. */
beforeAll(async () => {
  operator = await openOperator();
  good = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-07-02' });
  bad = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-07-02' });
  await operator.on('2026-06-01', ['run', planId, '--yes']);
  await operator.poison(bad);
  await operator.on('2026-06-02', ['run', planId, '--yes']);
  const runs = new RunStore(documentClient(), settingsOf(operator.cloud.outputs));
  await runs.claim({ planId, today: civilDate('2026-06-04'), execution: 'forgotten' }, false);
  const mail = { licenceId: good, mailId: `${good}-00000003-reminder`, reason: 'no answer' };
  await runs.noteMail(
    { planId, today: civilDate('2026-06-04'), execution: 'forgotten' },
    { ...mail, status: 'unknown' },
  );
});
afterAll(() => operator.stop());

const executions = (...args: readonly string[]) => operator.on(today, ['executions', ...args]);
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('executions list', () => {
  test('has the runs of the last two weeks, latest first, with the days that were missed', async () => {
    const { status, out } = await executions('list', '--json');
    expect(status).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { planId, date: '2026-06-05', ended: 'missed' },
      { planId, date: '2026-06-04', ended: 'aborted', execution: 'forgotten' },
      { planId, date: '2026-06-03', ended: 'missed' },
      { planId, date: '2026-06-02', ended: 'failed', due: 2, done: 1, failed: 1, unknown: 0 },
      { planId, date: '2026-06-01', ended: 'done', due: 2, done: 2, failed: 0 },
    ]);
  });

  test('is a table, of what did not go well where that is asked for', async () => {
    const { out } = await executions('list', '--failed', '--plan', planId, '--to', '2026-06-02');
    expect(out).toMatch(/^date +plan +run +outcome +due +done +failed +mails unknown +execution\n/);
    expect(out).toMatch(new RegExp(`\n2026-06-02 +${planId} +daily +failed +2 +1 +1 +0 +\\S+\n$`));
  });

  test('has days that were missed also where all that are asked for were', async () => {
    const { out } = await executions('list', '--plan', planId, '--from', '2026-06-05', '--json');
    expect(linesOf(out)).toMatchObject([{ date: '2026-06-05', ended: 'missed' }]);
    const before = await executions('list', '--plan', planId, '--to', '2026-05-31');
    expect(before.out).toBe('');
    expect(before.err).toContain(`Plan ${planId} has no runs from 2026-05-18 to 2026-05-31 or earlier.`);
  });

  test('does not miss the runs of days to come', async () => {
    const args = ['executions', 'list', '--plan', planId, '--from', '2026-06-05', '--to', '2026-06-09'];
    const { out } = await operator.on('2026-06-05', args);
    expect(out).toContain('2026-06-05');
    expect(out).not.toContain('2026-06-06');
  });

  test('says that a run is on whose execution is', async () => {
    const look = vi.spyOn(ExecutionReader.prototype, 'look').mockResolvedValue('running');
    const { out } = await executions('list', '--plan', planId, '--from', '2026-06-04', '--to', '2026-06-04');
    look.mockRestore();
    expect(out).toMatch(/daily +running +forgotten\n/);
  });

  test('days in the wrong order are refused', async () => {
    const { status, err } = await executions('list', '--from', '2026-06-05', '--to', '2026-06-01');
    expect([status, err]).toEqual([2, expect.stringContaining('--from 2026-06-05 is after --to 2026-06-01')]);
  });
});

describe('executions show', () => {
  test('has each licence with what was decided and why, the failed first', async () => {
    const { status, out } = await executions('show', planId, '2026-06-02');
    expect(status).toBe(0);
    expect(out).toMatch(/^licences +2 due, 1 done, 1 failed$/m);
    expect(out).toMatch(/^details +.*executions\.jsonl/m);
    const table = out.slice(out.indexOf('outcome'));
    expect(table).toMatch(
      new RegExp(
        `\n${bad} +failed +parked +.*not valid.*\n${good} +done +reminder expiry-30 is sent +expiry-30 falls on 2026-06-02\n$`,
      ),
    );
  });

  test('--failed prints only the licences that failed', async () => {
    const { out } = await executions('show', planId, '2026-06-02', '--failed', '--json');
    expect(linesOf(out)).toMatchObject([
      { about: 'run', ended: 'failed', failed: 1 },
      { about: 'licence', licenceId: bad, outcome: 'failed', what: 'parked' },
    ]);
  });

  test('prints the status now of mails that were unknown after the run', async () => {
    const { out } = await executions('show', planId, '2026-06-04', '--json');
    expect(linesOf(out)).toMatchObject([
      { about: 'run', ended: 'aborted' },
      { about: 'mail', licenceId: good, status: 'unknown', now: 'sent', reason: 'no answer' },
    ]);
  });

  test('looks up how many mails stand now with few requests', async () => {
    const run = { planId, today: civilDate('2026-05-30'), execution: 'quota' };
    const runs = new RunStore(documentClient(), settingsOf(operator.cloud.outputs));
    await runs.claim(run, false);
    const noted = Array.from({ length: 60 }, (_, index) => ({
      licenceId: good,
      mailId: `${good}-${String(index).padStart(8, '0')}-reminder`,
      reason: 'held',
      status: 'held' as const,
    }));
    for (const note of noted) await runs.noteMail(run, note);
    const queries = async () => (await operator.cloud.meter()).counts.dynamodb.requests['Query'] ?? 0;
    const before = await queries();
    const { out } = await executions('show', planId, '2026-05-30', '--json');
    expect(linesOf(out).filter(({ about }) => about === 'mail')).toMatchObject(
      noted.map(({ mailId }) => (mailId.includes('-00000003-') ? { mailId, now: 'sent' } : { mailId })),
    );
    expect((await queries()) - before).toBeLessThan(10);
  });

  test('a day without a run is refused, with where to look', async () => {
    const { status, err } = await executions('show', planId, '2026-06-03');
    expect([status, err]).toEqual([2, expect.stringContaining('did not run on 2026-06-03')]);
  });
});
