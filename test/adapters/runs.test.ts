import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../domain/calendar.ts';
import { documentClient } from '../../lambdas/adapters/clients.ts';
import { RunStore } from '../../lambdas/adapters/runs.ts';
import { openCloud, type TestCloud } from './support/cloud.ts';

let cloud: TestCloud;
let runs: RunStore;

beforeAll(async () => {
  cloud = await openCloud();
  runs = new RunStore(documentClient(), process.env);
});
afterAll(() => cloud.stop());

const today = civilDate('2026-03-01');

test('a day of a plan is run by the first execution that claims it, also when it claims it again', async () => {
  expect(await runs.claim('once', today, 'first', false)).toBe(true);
  expect(await runs.claim('once', today, 'second', false)).toBe(false);
  expect(await runs.claim('once', today, 'first', false)).toBe(true);
});

test('another day and another plan are other runs', async () => {
  await runs.claim('other', today, 'first', false);
  expect(await runs.claim('other', civilDate('2026-03-02'), 'second', false)).toBe(true);
  expect(await runs.claim('another', today, 'second', false)).toBe(true);
});

test('a run that is taken over belongs to the execution that took it', async () => {
  await runs.claim('taken', today, 'first', false);
  expect(await runs.claim('taken', today, 'second', true)).toBe(true);
  expect(await runs.claim('taken', today, 'first', false)).toBe(false);
});

test('a failure is of its own day and plan, counted once, until it is forgotten', async () => {
  const failure = { licenceId: 'L-1', reason: 'because' };
  await runs.recordFailure('failing', today, failure);
  await runs.recordFailure('failing', today, failure);
  await runs.recordFailure('failing', civilDate('2026-03-02'), { licenceId: 'L-2', reason: 'because' });
  await runs.recordFailure('failing-too', today, { licenceId: 'L-3', reason: 'because' });
  expect(await runs.failures('failing', today)).toEqual([failure]);

  await runs.forgetFailure('failing', today, 'L-1');
  expect(await runs.failures('failing', today)).toEqual([]);
});
