import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Worklist, WorklistStore } from '../../../adapters/s3/worklists.ts';
import type { BatchLine } from '../../../contracts/workflow/batch.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let worklists: WorklistStore;

beforeAll(async () => {
  cloud = await openCloud();
  worklists = new WorklistStore(process.env);
});
afterAll(() => cloud.stop());

/** Batches of one licence each. */
async function* batches(count: number, pad = 0): AsyncGenerator<BatchLine> {
  for (let number = 1; number <= count; number += 1) {
    const licenceId = `L-${number}`.padEnd(pad, 'x');
    yield await Promise.resolve({ licences: [{ licenceId, customerId: 'C-1' }] });
  }
}

async function textOf({ bucket, key }: Worklist): Promise<string | undefined> {
  const { Body } = await new S3Client().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return Body?.transformToString();
}

async function read(worklist: Worklist): Promise<string[]> {
  const found: string[] = [];
  for await (const licenceId of worklists.read(worklist)) found.push(licenceId);
  return found;
}

test('a worklist has one line of JSON for each batch, and counts licences', async () => {
  const worklist = worklists.at('plan', '2026-03-01', 'execution');
  const of = (...ids: string[]) => ({ licences: ids.map((licenceId) => ({ licenceId, customerId: 'C-1' })) });
  expect(await worklists.write(worklist, [of('L-1'), of('L-2', 'L-3')])).toBe(3);
  expect((await textOf(worklist))?.trim().split('\n')).toEqual(
    [of('L-1'), of('L-2', 'L-3')].map((line) => JSON.stringify(line)),
  );
  expect(await read(worklist)).toEqual(['L-1', 'L-2', 'L-3']);
});

test('each execution has a worklist of its own', () => {
  const one = worklists.at('plan', '2026-03-01', 'one');
  const other = worklists.at('plan', '2026-03-01', 'other');
  expect(one.key).not.toBe(other.key);
});

test('nothing is written where nothing is due', async () => {
  const worklist = worklists.at('plan', '2026-03-01', 'idle');
  expect(await worklists.write(worklist, batches(0))).toBe(0);
  await expect(textOf(worklist)).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a long worklist is written in parts, and none of it is lost', async () => {
  const worklist = worklists.at('plan', '2026-03-01', 'long');
  const count = 10;
  expect(await worklists.write(worklist, batches(count, 1_000_000))).toBe(count);
  const found = await read(worklist);
  expect(found).toHaveLength(count);
  expect(new Set(found).size).toBe(count);
});

test('a worklist that breaks off while it is read from the index is not there', async () => {
  const worklist = worklists.at('plan', '2026-03-01', 'broken');
  async function* broken(): AsyncGenerator<BatchLine> {
    yield* batches(20, 1_000_000);
    throw new Error('the index is gone');
  }
  await expect(worklists.write(worklist, broken())).rejects.toThrow('the index is gone');
  await expect(textOf(worklist)).rejects.toMatchObject({ name: 'NoSuchKey' });
});
