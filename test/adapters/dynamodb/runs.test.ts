import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { RunHistory } from '../../../adapters/dynamodb/runs/run-history.ts';
import { RunStore } from '../../../adapters/dynamodb/runs/runs.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let runs: RunStore;
let history: RunHistory;

beforeAll(async () => {
  cloud = await openCloud();
  runs = new RunStore(documentClient(), process.env);
  history = new RunHistory(documentClient(), process.env);
});
afterAll(() => cloud.stop());

const today = civilDate('2026-03-01');
const nextDay = civilDate('2026-03-02');
const none = { due: 0, done: 0, failed: 0, unknown: 0, held: 0 };

const run = (planId: string, execution: string, day = today) => ({ planId, today: day, execution });

test('a day of a plan is run by the first execution that claims it, also when it claims it again', async () => {
  expect(await runs.claim(run('once', 'first'), false)).toBe(true);
  expect(await runs.claim(run('once', 'second'), false)).toBe(false);
  expect(await runs.claim(run('once', 'first'), false)).toBe(true);
});

test('a run of nothing is closed as it is claimed, by one execution only', async () => {
  expect(await runs.claim(run('idle', 'first'), false, none)).toBe(true);
  expect(await runs.claim(run('idle', 'second'), false, { ...none, due: 1 })).toBe(false);
  expect(await history.ofDays('idle', [today])).toEqual([
    { ...run('idle', 'first'), isExtra: false, counts: none },
  ]);
});

test('another day and another plan are other runs', async () => {
  await runs.claim(run('other', 'first'), false);
  expect(await runs.claim(run('other', 'second', nextDay), false)).toBe(true);
  expect(await runs.claim(run('another', 'second'), false)).toBe(true);
});

test('a run that is taken over belongs to the execution that took it, which alone can close it', async () => {
  await runs.claim(run('taken', 'first'), false);
  expect(await runs.claim(run('taken', 'second'), true)).toBe(true);
  expect(await runs.claim(run('taken', 'first'), false)).toBe(false);
  await runs.finish({ ...run('taken', 'first'), isExtra: false }, { ...none, due: 7 });
  expect(await history.ofDays('taken', [today])).toEqual([{ ...run('taken', 'second'), isExtra: false }]);
});

test('a run that is closed keeps why the account could not send mail', async () => {
  await runs.claim(run('troubled', 'first'), false);
  await runs.finish({ ...run('troubled', 'first'), isExtra: false }, none, 'quota used up');
  expect(await history.ofDays('troubled', [today])).toEqual([
    { ...run('troubled', 'first'), isExtra: false, counts: none, trouble: 'quota used up' },
  ]);
});

test('a failure is of its own execution, day and plan, and counted once', async () => {
  const failure = { licenceId: 'L-1', reason: 'because' };
  await runs.recordFailure(run('failing', 'first'), failure);
  await runs.recordFailure(run('failing', 'first'), failure);
  await runs.recordFailure(run('failing', 'second'), { licenceId: 'L-2', reason: 'because' });
  await runs.recordFailure(run('failing', 'first', nextDay), { licenceId: 'L-3', reason: 'because' });
  await runs.recordFailure(run('failing-too', 'first'), { licenceId: 'L-4', reason: 'because' });
  expect(await runs.failures(run('failing', 'first'))).toEqual([failure]);
  const onDay = await runs.failuresOn('failing', today);
  expect(onDay.map(({ licenceId }) => licenceId)).toEqual(['L-1', 'L-2']);
});

test('the history has the runs of days as they ended, the extra ones apart, and nothing that lies under them', async () => {
  const mail = { mailId: 'M-1', status: 'held', reason: 'because', licenceId: 'L-1' } as const;
  await runs.claim(run('told', 'first'), false);
  await runs.recordFailure(run('told', 'first'), { licenceId: 'L-1', reason: 'because' });
  await runs.noteMail(run('told', 'first'), mail);
  await runs.finish({ ...run('told', 'first'), isExtra: false }, { ...none, due: 1, failed: 1 });
  await runs.claim(run('told', 'second', nextDay), false);
  await runs.enterExtra(run('told', 'third', nextDay));

  const ofDays = await history.ofDays('told', [civilDate('2026-02-28'), today, nextDay]);
  expect(ofDays).toHaveLength(2);
  expect(ofDays).toContainEqual({
    ...run('told', 'first'),
    isExtra: false,
    counts: { ...none, due: 1, failed: 1 },
  });
  expect(ofDays).toContainEqual({ ...run('told', 'second', nextDay), isExtra: false });
  expect(await history.extras('told', today, nextDay)).toEqual([
    { ...run('told', 'third', nextDay), isExtra: true },
  ]);
  expect(await history.extras('told', today, today)).toEqual([]);
  expect(await history.hasRunBefore('told', today)).toBe(false);
  expect(await history.hasRunBefore('told', nextDay)).toBe(true);
});

test('every failure of a plan is found, of whatever day, and no mail', async () => {
  const mail = { mailId: 'M-1', status: 'unknown', reason: 'because', licenceId: 'L-9' } as const;
  await runs.noteMail(run('long', 'first'), mail);
  for (const [index, day] of [today, nextDay].entries()) {
    await runs.claim(run('long', 'first', day), false);
    await runs.recordFailure(run('long', 'first', day), { licenceId: `L-${index}`, reason: 'because' });
  }
  const found: string[] = [];
  for await (const { licenceId } of history.everyFailure('long')) found.push(licenceId);
  expect(found).toEqual(['L-0', 'L-1']);
});
