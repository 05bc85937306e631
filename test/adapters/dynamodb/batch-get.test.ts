import type { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, test, vi } from 'vitest';
import { itemsAt } from '../../../adapters/dynamodb/table/batch-get.ts';
import type { Documents } from '../../../adapters/dynamodb/table/document-client.ts';

const keys = ['A', 'B', 'C'].map((id) => ({ id }));

/** A table that has an item under each key, and turns all keys of a request away but the first `taken`. */
function table(taken: number) {
  const send = ({ input }: BatchGetCommand) => {
    const asked = input.RequestItems?.['T']?.Keys ?? [];
    const turnedAway = asked.slice(taken);
    return Promise.resolve({
      Responses: { T: asked.slice(0, taken) },
      UnprocessedKeys: turnedAway.length === 0 ? {} : { T: { Keys: turnedAway } },
    });
  };
  return { send } as unknown as Documents;
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('items that the table turns away are asked for again', async () => {
  expect((await Array.fromAsync(itemsAt(table(1), 'T', keys))).flat()).toEqual(keys);
});

test('a table that gives none of them is throttled', async () => {
  // The pauses between attempts are random parts of spans. All of them together take 9 seconds.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await expect(Array.fromAsync(itemsAt(table(0), 'T', keys))).rejects.toMatchObject({ name: 'Throttled' });
});

test('no more are asked for at a time than DynamoDB takes', async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({ id: String(index) }));
  const pages = await Array.fromAsync(itemsAt(table(100), 'T', many));
  expect(pages.map((page) => page.length)).toEqual([100, 100, 50]);
  expect(pages.flat()).toEqual(many);
});
