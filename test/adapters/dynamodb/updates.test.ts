import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { UpdateStore } from '../../../adapters/dynamodb/updates/updates.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let updates: UpdateStore;

beforeAll(async () => {
  cloud = await openCloud();
  updates = new UpdateStore(documentClient(), process.env);
});
afterAll(() => cloud.stop());

const update = (product: string, version: string, publishedOn: string) => {
  return { planId: 'plan', product, version, publishedOn: civilDate(publishedOn) };
};

test('the updates of a product are given oldest first, and those of no other product', async () => {
  await updates.publish(update('Tube', '2.10', '2026-03-02'));
  await updates.publish(update('Tube', '2.9', '2026-01-05'));
  await updates.publish(update('Tube', '3.0', '2026-02-01'));
  await updates.publish(update('Tube#2', '1.0', '2026-01-01'));
  await updates.publish({ ...update('Tube', '9.9', '2026-01-01'), planId: 'another' });
  expect((await updates.published('plan', 'Tube')).map(({ version }) => version)).toEqual([
    '2.9',
    '3.0',
    '2.10',
  ]);
});

test('an update that is published again is there once, with its first day', async () => {
  const first = update('Laser', '1.0', '2026-01-05');
  expect(await updates.publish(first)).toEqual({ isNew: true });
  expect(await updates.publish({ ...first, publishedOn: civilDate('2026-02-02') })).toEqual({ isNew: false });
  expect(await updates.published('plan', 'Laser')).toEqual([first]);
});
