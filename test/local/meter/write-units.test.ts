import type { Table } from 'dynalite/db/index.js';
import { expect, test } from 'vitest';
import { cancelledUnits, transactedUnits, writeUnits } from '../../../local/dynamodb/capacity.ts';
import { itemSize } from '../../../local/dynamodb/item-size.ts';

const table: Table = {
  TableName: 'Licences',
  TableStatus: 'ACTIVE',
  KeySchema: [{ AttributeName: 'id' }, { AttributeName: 'record' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [{ AttributeName: 'shard' }, { AttributeName: 'due' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['owner'] },
    },
  ],
};

const text = (length: number) => ({ S: 'x'.repeat(length) });
const plain = { id: text(3), record: text(7) };
const due = { ...plain, shard: text(1), due: text(10), owner: text(3) };

test.each([
  ['names and texts in UTF-8', { id: { S: 'Müller' } }, 2 + 7],
  ['two digits of a number in a byte, and one more', { n: { N: '12345' } }, 1 + 3 + 1],
  ['the sign of a negative number', { n: { N: '-12' } }, 1 + 1 + 1 + 1],
  ['no byte for zeros around the digits', { n: { N: '0.0012000' } }, 1 + 1 + 1],
  ['a byte for a truth value and for null', { a: { BOOL: true }, b: { NULL: true } }, 2 + 2],
  ['bytes as they are, not as base64', { b: { B: Buffer.alloc(9).toString('base64') } }, 1 + 9],
  ['3 bytes for a list and 1 for each member', { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, 1 + 3 + 3 + 2],
  ['3 bytes for a map and 1 for each member', { m: { M: { a: { S: 'bc' } } } }, 1 + 3 + 1 + 3],
  ['the members of a set', { s: { SS: ['ab', 'c'] } }, 1 + 3],
])('the size of an item has %s', (_, item, bytes) => {
  expect(itemSize(item)).toBe(bytes);
});

test.each([
  ['a new item takes one unit for each begun kilobyte', undefined, { ...plain, note: text(2000) }, 2],
  ['an item of 1,024 bytes takes one', undefined, { ...plain, note: text(1024 - 22) }, 1],
  ['an item of 1,025 bytes takes two', undefined, { ...plain, note: text(1025 - 22) }, 2],
  ['the larger of old and new counts', { ...plain, note: text(2000) }, plain, 2],
  ['deleting what is not there takes one', undefined, undefined, 1],
  ['an entry in the index takes its own', undefined, due, 1 + 1],
  ['an entry takes the size of what the index holds', undefined, { ...due, note: text(2000) }, 3 + 1],
  ['a change that the index does not hold leaves it alone', due, { ...due, note: text(1) }, 1],
  ['a change of what the index holds writes it', due, { ...due, owner: text(4) }, 1 + 1],
  ['a change of its key deletes an entry and writes another', due, { ...due, due: text(9) }, 1 + 2],
  ['an item that leaves the index deletes its entry', due, plain, 1 + 1],
])('%s', (_, before, after, units) => {
  expect(writeUnits({ table, before, after })).toBe(units);
});

test('a transaction counts the table twice and the index once, also when it is cancelled', () => {
  expect(transactedUnits({ table, before: due, after: { ...due, due: text(9) } })).toBe(2 * 1 + 2);
  expect(cancelledUnits([undefined, { ...plain, note: text(2000) }])).toBe(2 * 1 + 2 * 2);
});
