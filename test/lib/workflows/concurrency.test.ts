import { expect, it } from 'vitest';
import { paceOf } from '../../../lib/workflows/concurrency.ts';
import { plans } from '../../../plans/index.ts';

const inOneZone = plans.map((plan) => ({ ...plan, timeZone: 'Europe/Berlin' }));

it('runs as many batches as maxConcurrency says, and shares the rate among them', () => {
  expect(paceOf({ maxConcurrency: 10, sendRate: 500 }, plans)).toEqual({ batches: 10, mailsPerSecond: 50 });
});

it('runs fewer where each would send less than a mail a second', () => {
  expect(paceOf({ maxConcurrency: 20, sendRate: 14 }, plans)).toEqual({ batches: 14, mailsPerSecond: 1 });
});

it('shares the rate with the plans whose runs start together', () => {
  expect(paceOf({ maxConcurrency: 10, sendRate: 100 }, inOneZone)).toEqual({
    batches: 10,
    mailsPerSecond: 2,
  });
});

it('runs one batch at the least, in the sandbox of SES too', () => {
  expect(paceOf({ maxConcurrency: 10, sendRate: 1 }, inOneZone)).toEqual({ batches: 1, mailsPerSecond: 0.2 });
});
