import { describe, expect, it } from 'vitest';
import { afterStep, licencesFor } from '../../../app/run/batch.ts';
import { batchesByCustomer } from '../../../app/run/batches-by-customer.ts';
import type { BatchInput, BatchLine } from '../../../contracts/workflow/batch.ts';
import { passSteps } from '../../../contracts/workflow/steps.ts';
import { civilDate } from '../../../domain/calendar.ts';

/** What Step Functions takes as the output of a state. */
const mostBytes = 262_144;
const passes = 12;

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const idOf = (index: number, length: number) => `L-${index}-`.padEnd(length, 'x');

async function batchesOf(licences: number, idLength: number, customers: number): Promise<BatchLine[]> {
  const listed = Array.from({ length: licences }, (_, index) => ({
    licenceId: idOf(index, idLength),
    customerId: idOf(index % customers, idLength),
  }));
  return Array.fromAsync(batchesByCustomer(listed, 100));
}

/** The largest output of a batch in which every step of every pass does something to each licence, at length. */
function largestOutputOf({ licences }: BatchLine, reason: string): number {
  const licenceIds = licences.map(({ licenceId }) => licenceId);
  let batch: BatchInput = {
    licences,
    planId: 'netjapan-maintenance',
    today: civilDate('2026-01-15'),
    execution: 'x'.repeat(80),
    parks: true,
    pass: 0,
    todo: [],
    outcomes: [],
  };
  let largest = 0;
  for (let pass = 1; pass <= passes; pass += 1) {
    batch = { ...batch, pass, todo: passSteps.map((step) => ({ step, licenceIds })) };
    largest = Math.max(largest, bytesOf({ ...batch, next: passSteps[0] }));
    for (const step of passSteps) {
      const done = licencesFor(batch, step).map((licenceId) => ({
        licenceId,
        did: `sent: ${licenceId}-00000012-payment-reminder, sent: ${licenceId}-00000013-final-notice`,
        because: reason.repeat(40),
      }));
      batch = afterStep(batch, done);
      largest = Math.max(largest, bytesOf(batch));
    }
  }
  return largest;
}

describe('what a state puts out stays below 256 KiB in every batch, whatever happens to its licences', () => {
  it.each([
    ['one customer with many licences', 1000, 20, 1],
    ['a customer for each licence', 300, 20, 300],
    ['the longest ids', 150, 200, 150],
    ['the longest ids of one customer', 150, 200, 1],
  ])('%s', async (_, licences, idLength, customers) => {
    const batches = await batchesOf(licences, idLength, customers);
    expect(batches.flatMap((batch) => batch.licences)).toHaveLength(licences);
    for (const batch of batches)
      for (const reason of ['the reason ', 'Größe „\u4e2d\u6587“ '])
        expect(largestOutputOf(batch, reason)).toBeLessThanOrEqual(mostBytes);
  });
});

it('what was done last to a licence is never left out, such as that it is parked', async () => {
  const [batch = { licences: [] }] = await batchesOf(400, 20, 1);
  const licenceIds = batch.licences.map(({ licenceId }) => licenceId);
  const long = licenceIds.map((licenceId) => ({ licenceId, did: 'a'.repeat(500), because: 'b'.repeat(500) }));
  const input: BatchInput = {
    ...batch,
    planId: 'video-sma',
    today: civilDate('2026-01-15'),
    execution: 'run',
    parks: true,
    pass: 1,
    todo: [],
    outcomes: [],
  };
  const parked = licenceIds.map((licenceId) => ({
    licenceId,
    did: 'quote: parked',
    because: 'it has no price',
  }));
  const { outcomes } = afterStep(afterStep(input, long), parked);
  expect(outcomes).toHaveLength(licenceIds.length);
  for (const { did, because } of outcomes)
    expect([did.at(-1), because]).toEqual(['quote: parked', 'it has no price']);
});
