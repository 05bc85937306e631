import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { DocumentNumbers } from '../../../adapters/dynamodb/documents/document-numbers.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let numbers: DocumentNumbers;

beforeAll(async () => {
  cloud = await openCloud();
  numbers = new DocumentNumbers(documentClient(), process.env);
});
afterAll(() => cloud.stop());

const document = (documentId: string, issuedOn = '2026-01-15', kind: 'quote' | 'invoice' = 'invoice') => {
  return { licenceId: 'L-1', documentId, kind, issuedOn: civilDate(issuedOn) };
};

test('each plan, year and kind of document is counted by itself, from 1 on', async () => {
  const counted = [
    await numbers.number(videoSma, document('a')),
    await numbers.number(videoSma, document('b')),
    await numbers.number(videoSma, document('c', '2026-12-31', 'quote')),
    await numbers.number(videoSma, document('d', '2027-01-01')),
    await numbers.number(smartNetUserGroup, document('e')),
  ];
  expect(counted.map(({ number }) => number)).toEqual([
    'SMA-2026-00001',
    'SMA-2026-00002',
    'SMA-Q-2026-00001',
    'SMA-2027-00001',
    'SNUG-2026-00001',
  ]);
});

test('a document keeps its number, however often it is asked for', async () => {
  const first = await numbers.number(videoSma, document('kept', '2028-01-15'));
  expect(await numbers.number(videoSma, document('kept', '2028-01-15'))).toEqual(first);
});

test('40 documents that 8 workers number at once, with crashes before and after the write, are 1 to 40', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `crowd-${index}`);
  let writes = 0;
  cloud.beforeDynamo = (operation) => {
    if (operation === 'TransactWriteItems' && (writes += 1) % 5 === 0) throw new Error('crashed before');
    return Promise.resolve();
  };
  cloud.afterDynamo = (operation) =>
    operation === 'TransactWriteItems' && writes % 7 === 0 ? 'cut off' : 'answer';
  const left = [...ids];
  const worker = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const numbered = await numbers.number(videoSma, document(id, '2029-01-15')).catch(() => undefined);
      if (numbered === undefined) left.push(id);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  cloud.beforeDynamo = () => Promise.resolve();
  cloud.afterDynamo = () => 'answer';
  const counted = await Promise.all(ids.map((id) => numbers.number(videoSma, document(id, '2029-01-15'))));
  const expected = ids.map((_, index) => `SMA-2029-${String(index + 1).padStart(5, '0')}`);
  expect(counted.map(({ number }) => number).toSorted()).toEqual(expected);
}, 180_000);
