import { expect, it } from 'vitest';
import { batchesAtOnce } from '../../lib/workflows/concurrency.ts';
import { plans } from '../../plans/index.ts';

const inOneZone = plans.map((plan) => ({ ...plan, timeZone: 'Europe/Berlin' }));

it('is what maxConcurrency says, where the account may send that much', () => {
  expect(batchesAtOnce({ maxConcurrency: 10, sendRate: 500 }, plans)).toBe(10);
});

it('is less where the account may send less: four mails a second come of a batch', () => {
  expect(batchesAtOnce({ maxConcurrency: 10, sendRate: 14 }, plans)).toBe(3);
});

it('is divided among the plans whose runs start together', () => {
  expect(batchesAtOnce({ maxConcurrency: 10, sendRate: 100 }, inOneZone)).toBe(5);
});

it('is one at the least, in the sandbox of SES too', () => {
  expect(batchesAtOnce({ maxConcurrency: 10, sendRate: 1 }, inOneZone)).toBe(1);
});
