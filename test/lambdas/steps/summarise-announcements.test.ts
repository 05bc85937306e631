import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());

const bucket = 'worklists';

async function put(key: string, body: string): Promise<void> {
  await new S3Client().send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
}

/** Has announcements summed up of which a map left these lines, as Step Functions writes them. */
async function summarise(listed: number, succeeded: readonly object[], failed: readonly object[]) {
  const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  await put('results/run/SUCCEEDED_0.jsonl', lines(succeeded));
  if (failed.length > 0) await put('results/run/FAILED_0.jsonl', lines(failed));
  const file = (name: string) => [{ Key: `results/run/${name}_0.jsonl`, Size: 1 }];
  const ResultFiles = {
    SUCCEEDED: file('SUCCEEDED'),
    FAILED: failed.length > 0 ? file('FAILED') : [],
    PENDING: [],
  };
  await put('results/run/manifest.json', JSON.stringify({ DestinationBucket: bucket, ResultFiles }));
  return house.step('summarise-announcements', {
    planId: 'plan',
    product: 'Tube',
    version: '2.10',
    today: '2026-03-03',
    listed,
    results: { MapRunArn: 'arn', ResultWriterDetails: { Bucket: bucket, Key: 'results/run/manifest.json' } },
  });
}

test('the licences of a batch that did not end have failed, with its reason', async () => {
  const Input = JSON.stringify({
    licences: ['L-2', 'L-3'].map((licenceId) => ({ licenceId, customerId: 'C-1' })),
  });
  const timedOut = { Name: 'child', Status: 'TIMED_OUT', Input };
  const summary = await summarise(
    3,
    [{ announced: [{ licenceId: 'L-1', outcome: 'entitled', because: 'x' }] }],
    [timedOut],
  );
  expect(summary).toMatchObject({
    announced: { entitled: 1 },
    failedCount: 2,
    failed: [
      { licenceId: 'L-2', reason: 'TIMED_OUT' },
      { licenceId: 'L-3', reason: 'TIMED_OUT' },
    ],
  });
});

test('a licence of which nothing is known has failed too', async () => {
  const summary = await summarise(
    2,
    [{ announced: [{ licenceId: 'L-1', outcome: 'missed', because: 'x' }] }],
    [],
  );
  expect(summary).toMatchObject({ announced: { missed: 1 }, failedCount: 1, failed: [] });
  expect(summary['summary']).toContain('1 of 2 licences failed: and 1 more');
});

test('the reason of a failure is named', async () => {
  const announced = [{ licenceId: 'L-1', outcome: 'failed', because: 'it is not valid' }];
  const summary = await summarise(1, [{ announced }], []);
  expect(summary['summary']).toContain('L-1 (it is not valid)');
});

test('a licence whose mail waits is not e-mailed: it is counted apart, and the summary says why', async () => {
  const announced = ['L-1', 'L-2', 'L-3', 'L-4'].map((licenceId) => ({ licenceId, outcome: 'entitled' }));
  const outcomes = [
    { licenceId: 'L-1', did: ['sent: L-1-2-update'], because: '' },
    { licenceId: 'L-2', did: ['mail waits for the next run'], because: 'quota used up.' },
    { licenceId: 'L-3', did: ['mail waits for the next run'], because: 'quota used up.' },
    { licenceId: 'L-4', did: ['left'], because: 'Throttled' },
  ];
  const summary = await summarise(4, [{ announced, outcomes }], []);
  expect(summary).toMatchObject({
    announced: { entitled: 1 },
    waiting: 2,
    failedCount: 1,
    failed: [{ licenceId: 'L-4', reason: 'Throttled' }],
    trouble: 'quota used up.',
  });
  expect(summary['summary']).toContain(
    ', 2 not e-mailed yet; mails wait for the next run: quota used up; 1 of 4 licences failed',
  );
});
