import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '../../../domain/calendar.ts';
import { licenceKey } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { type Worklist, WorklistStore } from '../../../adapters/s3/worklists.ts';
import { collectDue, openCollecting } from '../../../app/run/collect-due.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;
let executions = 0;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());
beforeEach(() => {
  house.cloud.treatments.length = 0;
  house.cloud.beforeDynamo = () => Promise.resolve();
});

interface RunOf {
  readonly planId: string;
  readonly today: CivilDate;
  readonly execution: string;
}

interface Collected extends RunOf {
  readonly due: number;
  readonly alreadyRun: boolean;
  readonly worklist: Worklist;
}

/** What an operator may ask of a run, and a schedule does not. */
interface Asked {
  readonly execution?: string;
  readonly again?: boolean;
  readonly licenceIds?: readonly string[];
}

/** Starts a run as a schedule does, in an execution of its own where none is named. */
async function collect(
  planId: string,
  scheduledTime: string,
  { execution = `run-${(executions += 1)}`, ...asked }: Asked = {},
): Promise<Collected> {
  const input = { planId, scheduledTime, execution, ...asked };
  return (await house.step('collect-due', input)) as unknown as Collected;
}

async function listed({ worklist }: Collected): Promise<string[]> {
  const ids: string[] = [];
  for await (const licenceId of new WorklistStore(process.env).read(worklist)) ids.push(licenceId);
  return ids;
}

async function fail(run: RunOf, licenceId: string, cause = 'because'): Promise<void> {
  const error = {
    Error: 'Error',
    Cause: JSON.stringify({ errorMessage: cause, errorType: 'Error', trace: [] }),
  };
  const { planId, today, execution } = run;
  await house.step('record-failure', { planId, today, execution, licenceId, error });
}

/** A licence that cannot be read, due on 2026-01-30. */
async function poisoned(): Promise<string> {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-03-31' });
  await house.documents.send(
    new UpdateCommand({
      TableName: process.env['LICENCES_TABLE'],
      Key: licenceKey(licenceId),
      UpdateExpression: 'SET licence = :broken',
      ExpressionAttributeValues: { ':broken': 'broken' },
    }),
  );
  return licenceId;
}

test("a run takes the day of the plan's time zone, and lists what is due on it", async () => {
  const licenceId = await house.licence(smartNetUserGroup, { coverEnds: '2026-12-31' });
  // 06:00 in Auckland on the last day of the term.
  const collected = await collect(smartNetUserGroup.id, '2026-12-30T17:00:00Z');
  expect(collected).toMatchObject({ today: '2026-12-31', due: 1, alreadyRun: false });
  expect(await listed(collected)).toEqual([licenceId]);
});

test('a schedule that fires twice runs once, and an execution that asks twice goes on', async () => {
  await house.licence(vtubeLaserSmp, { coverEnds: '2026-03-31' });
  const first = await collect(vtubeLaserSmp.id, '2026-03-01T11:00:00Z', { execution: 'first' });
  const second = await collect(vtubeLaserSmp.id, '2026-03-01T11:00:00Z', { execution: 'second' });
  const repeated = await collect(vtubeLaserSmp.id, '2026-03-01T11:00:00Z', { execution: 'first' });
  expect(first).toMatchObject({ due: 1, alreadyRun: false });
  expect(second).toMatchObject({ due: 0, alreadyRun: true });
  expect(repeated).toEqual(first);
});

test('a run of a plan that does not exist, or without a proper instant, is refused', async () => {
  await expect(collect('no-such-plan', '2026-03-01T05:00:00Z')).rejects.toThrow(
    'there is no plan no-such-plan',
  );
  await expect(collect(videoSma.id, '2026-03-01')).rejects.toThrow('scheduledTime');
});

test('a run says at its start, and in its summary, that its mails take more than a day', async () => {
  await house.licence(netjapanMaintenance, { coverEnds: '2027-08-31' });
  const input = { planId: netjapanMaintenance.id, scheduledTime: '2027-07-02T05:00:00Z', again: false };
  const slow = openCollecting({ ...process.env, ACCOUNT_SEND_RATE: '0.00001' });
  const run = await collectDue(slow, { ...input, execution: 'slow' });
  const words = 'at 0.00001 mails a second, a mail for each takes 28 hours';
  expect(run).toMatchObject({ due: 1, because: expect.stringContaining(words) as string });
  expect((await house.summarise(run))['summary']).toContain(words);

  const fast = await collect(videoSma.id, '2027-07-02T05:00:00Z');
  expect(fast).toMatchObject({ longDay: '' });
});

test('a licence that cannot be read is parked and named, and the run goes on without it', async () => {
  const bad = await poisoned();
  const good = await house.licence(videoSma, { coverEnds: '2026-03-31' });
  const run = await collect(videoSma.id, '2026-01-30T05:00:00Z');
  expect((await listed(run)).toSorted()).toEqual([bad, good].toSorted());

  const { planId, today, execution } = run;
  const assessed = await house.step('assess', { planId, today, execution, licenceId: bad });
  const reason = expect.stringContaining(`licence ${bad} in the table is not valid`) as string;
  expect(assessed).toMatchObject({ next: 'none', decided: 'assess: parked', because: reason });
  await house.runDay(videoSma, good, run.today);

  const summary = await house.summarise(run);
  expect(summary).toMatchObject({ date: run.today, due: 2, done: 1, failedCount: 1 });
  expect(summary['failed']).toEqual([{ licenceId: bad, reason }]);
  expect(await collect(videoSma.id, '2026-01-31T05:00:00Z')).toMatchObject({ due: 0, alreadyRun: false });
});

test('a run that is started again takes up what failed in it, and only that', async () => {
  const plan = smartertoolsMaintenance;
  const failing = await house.licence(plan, { coverEnds: '2026-05-31' });
  const other = await house.licence(plan, { coverEnds: '2026-05-31' });
  const run = await collect(plan.id, '2026-05-01T13:00:00Z');
  await fail(run, failing);
  await house.runDay(plan, other, run.today);

  const again = await collect(plan.id, '2026-05-01T13:00:00Z', { again: true });
  expect(await listed(again)).toEqual([failing]);
  await house.runDay(plan, failing, again.today);
  expect(await house.summarise(again)).toMatchObject({ due: 1, done: 1, failedCount: 0 });
  expect(await house.journal(failing)).toContain('ReminderIssued');
});

test('a run of licences that an operator names leaves the day, and its counts, to the run of the day', async () => {
  const plan = vtubeLaserSmp;
  const at = '2026-11-01T11:00:00Z';
  const named = await house.licence(plan, { coverEnds: '2026-11-30' });
  const other = await house.licence(plan, { coverEnds: '2026-11-30' });
  const extra = await collect(plan.id, at, { licenceIds: [named] });
  expect(await listed(extra)).toEqual([named]);
  await fail(extra, named);
  expect(await house.summarise(extra)).toMatchObject({ due: 1, done: 0, failedCount: 1 });

  const ofDay = await collect(plan.id, at);
  expect(ofDay).toMatchObject({ alreadyRun: false });
  expect(await listed(ofDay)).toContain(other);
  for (const licenceId of await listed(ofDay)) await house.runDay(plan, licenceId, ofDay.today);
  expect(await house.summarise(ofDay)).toMatchObject({ failedCount: 0 });
});

test('a licence that an operator names is taken up where it is parked, of whatever day', async () => {
  const plan = vtubeLaserSmp;
  const licenceId = await house.licence(plan, { coverEnds: '2026-11-30' });
  const run = await collect(plan.id, '2026-11-02T11:00:00Z');
  await fail(run, licenceId);
  expect((await house.stored(licenceId)).parked).toBeDefined();

  const extra = await collect(plan.id, '2026-11-05T11:00:00Z', { licenceIds: [licenceId] });
  // Had the execution ended here, the next run would find it due.
  expect(await house.stored(licenceId)).toMatchObject({ dueOn: '2026-11-05' });
  await house.runDay(plan, licenceId, extra.today);
  expect(await house.summarise(extra)).toMatchObject({ due: 1, done: 1, failedCount: 0 });
  expect(await house.journal(licenceId)).toContain('ReminderIssued');
});

test('a licence whose execution ended without a record counts as failed', async () => {
  const plan = netjapanMaintenance;
  const done = await house.licence(plan, { coverEnds: '2026-06-30' });
  const lost = await house.licence(plan, { coverEnds: '2026-06-30' });
  const run = await collect(plan.id, '2026-05-01T05:00:00Z');
  await house.runDay(plan, done, run.today);
  // Falls due while the run is on: the next one takes it.
  const late = await house.licence(plan, { coverEnds: '2026-06-30' });

  const summary = await house.summarise(run);
  expect(summary).toMatchObject({ due: 2, done: 1, failedCount: 1, failed: [{ licenceId: lost }] });
  expect(summary['summary']).toContain(`wait for the next run: ${late}`);
  // Whoever reads of the run later reads the same, whatever happens to the licence in the meantime.
  expect(await house.runs.failures(run)).toMatchObject([{ licenceId: lost }]);
});

test('a licence that is changed during the run is no failure: its mail goes out in the next', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-10-31' });
  await house.runDay(videoSma, licenceId, '2026-10-31');
  const run = await collect(videoSma.id, '2026-11-01T05:00:00Z');
  for (const id of await listed(run)) await house.runDay(videoSma, id, run.today);
  await house.activity(licenceId, run.today, 'cancel');
  expect((await house.stored(licenceId)).dueOn).toBe(run.today);

  const summary = await house.summarise(run, await listed(run));
  expect(summary).toMatchObject({ failedCount: 0 });
  expect(summary['summary']).toContain('1 changed during the run and wait for the next run');
  expect(await house.runs.failures(run)).toEqual([]);
});

test('a licence of a batch that could not go on is left for the next run, with the reason of its batch', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2027-10-31' });
  const run = await collect(videoSma.id, '2027-09-01T05:00:00Z');
  const Input = JSON.stringify({ licences: [{ licenceId, customerId: 'C-1' }] });
  const child = { Status: 'FAILED', Error: 'Lambda.TooManyRequestsException', Cause: 'Rate exceeded', Input };
  const summary = await house.summarise(run, [], [child]);
  const reason = 'left for the next run: Lambda.TooManyRequestsException: Rate exceeded';
  expect(summary['failed']).toContainEqual({ licenceId, reason });
  expect((await house.stored(licenceId)).parked).toBeUndefined();
});

test('a failed licence that could not be parked counts once', async () => {
  const licenceId = await house.licence(netjapanMaintenance, { coverEnds: '2026-08-31' });
  const run = await collect(netjapanMaintenance.id, '2026-07-02T05:00:00Z');
  await house.runs.recordFailure(run, { licenceId, reason: 'because' });
  const summary = await house.summarise(run);
  expect(summary['failed']).toContainEqual({ licenceId, reason: 'because' });
  expect(summary['failedCount']).toBe((summary['failed'] as unknown[]).length);
  expect(
    (summary['failed'] as { licenceId: string }[]).filter((one) => one.licenceId === licenceId),
  ).toHaveLength(1);
});

test('a licence that is done does not count as failed while the index still shows it', async () => {
  const licenceId = await house.licence(netjapanMaintenance, { coverEnds: '2026-09-30' });
  const run = await collect(netjapanMaintenance.id, '2026-08-01T05:00:00Z');
  for (const id of await listed(run)) await house.runDay(netjapanMaintenance, id, run.today);
  house.cloud.beforeDynamo = (operation, request) => {
    const asked = request as { IndexName?: string; ExpressionAttributeValues?: object };
    const late = { ':today': { S: '2026-12-31' } };
    if (operation === 'Query' && asked.IndexName !== undefined)
      Object.assign(asked.ExpressionAttributeValues ?? {}, late);
    return Promise.resolve();
  };
  expect((await house.stored(licenceId)).dueOn).toMatch(/^2026/);
  expect(await house.summarise(run)).toMatchObject({ failedCount: 0 });
});

test('a summary names no more than twenty licences and counts them all', async () => {
  const run = { planId: 'many', today: civilDate('2026-07-01'), execution: 'first' };
  for (let number = 101; number <= 125; number += 1) await fail(run, `X-${number}`);
  const worklist = { bucket: 'worklists', key: 'none' };
  const summary = await house.summarise({ ...run, isExtra: false, due: 30, worklist });
  expect(summary).toMatchObject({ due: 30, done: 5, failedCount: 25 });
  expect(summary['failed']).toHaveLength(20);
  expect(summary['summary']).toContain('and 5 more');
});

test('the reason of a failure has no address in it and is not long', async () => {
  const run = { planId: 'scrubbed', today: civilDate('2026-07-02'), execution: 'first' };
  await fail(run, 'X-1', `cannot mail "Jane" <jane.roe@customer.example>: ${'because '.repeat(100)}`);
  const [failure] = await house.runs.failures(run);
  expect(failure?.reason).toMatch(/^cannot mail "Jane" <\(address\)>: because/);
  expect(failure?.reason.length).toBeLessThanOrEqual(500);
});

test('the reason of a failure says what Step Functions caught where no function spoke', async () => {
  const run = { planId: 'caught', today: civilDate('2026-07-03'), execution: 'first' };
  const input = { ...run, licenceId: 'X-1' };
  await house.step('record-failure', { ...input, error: { Error: 'States.Timeout' } });
  expect(await house.runs.failures(run)).toEqual([{ licenceId: 'X-1', reason: 'States.Timeout' }]);
  await house.step('record-failure', { ...input, error: { Error: 'Lambda.Unknown', Cause: 'it ended' } });
  expect(await house.runs.failures(run)).toEqual([{ licenceId: 'X-1', reason: 'Lambda.Unknown: it ended' }]);
});

test('a failure names the step whose function ended: the first has none yet', async () => {
  const batch = {
    planId: 'named',
    today: '2026-07-04',
    execution: 'first',
    error: { Error: 'States.Timeout' },
  };
  const licences = [{ licenceId: 'X-1', customerId: 'C-1' }];
  expect(await house.call('record-failure', { ...batch, licences, next: 'lapse' })).toMatchObject({
    step: 'lapse',
  });
  expect(await house.call('record-failure', { ...batch, licences })).toMatchObject({ step: 'assess' });
});

describe('a licence that is due and that index `due` does not list', () => {
  const plan = smartertoolsMaintenance;
  async function takesUp(licenceId: string, sunday: string): Promise<void> {
    const run = await collect(plan.id, sunday);
    expect(run).toMatchObject({ overlooked: [licenceId], overlookedCount: 1 });
    expect(await listed(run)).toContain(licenceId);
    for (const id of await listed(run)) await house.runDay(plan, id, run.today);
    const summary = await house.summarise(run, await listed(run));
    expect(summary).toMatchObject({ failedCount: 0 });
    expect(summary['summary']).toContain(`index due did not list ${licenceId}`);
    expect(await house.journal(licenceId)).toContain('ReminderIssued');
  }

  test('since its item lost its due day is taken up by the weekly check of a run, and named', async () => {
    const licenceId = await house.licence(plan, {
      coverEnds: '2027-05-31',
      registeredOn: civilDate('2027-04-01'),
    });
    await house.documents.send(
      new UpdateCommand({
        TableName: process.env['LICENCES_TABLE'],
        Key: licenceKey(licenceId),
        UpdateExpression: 'REMOVE dueOn',
      }),
    );
    await takesUp(licenceId, '2027-05-02T13:00:00Z');
  });

  test('since the index lost its entry is taken up as well', async () => {
    const licenceId = await house.licence(plan, {
      coverEnds: '2027-05-31',
      registeredOn: civilDate('2027-04-01'),
    });
    house.cloud.beforeDynamo = (operation, request) => {
      const query = request as { IndexName?: string; ExpressionAttributeValues?: object };
      if (operation === 'Query' && query.IndexName === 'due') {
        const ExpressionAttributeValues = { ...query.ExpressionAttributeValues, ':lost': { S: licenceId } };
        Object.assign(query, { FilterExpression: 'licenceId <> :lost', ExpressionAttributeValues });
      }
      return Promise.resolve();
    };
    await takesUp(licenceId, '2027-05-09T13:00:00Z');
  });
});
