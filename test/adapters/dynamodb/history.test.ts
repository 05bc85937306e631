import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { HistoryReader } from '../../../adapters/dynamodb/licences/history.ts';
import { licenceKey, records } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;
let reader: HistoryReader;
beforeAll(async () => {
  house = await openHouse();
  reader = new HistoryReader(house.documents, process.env);
  process.env['REJECTED_PAYMENTS_QUEUE'] = 'none';
});
afterAll(() => house.cloud.stop());

const execution = 'the-execution';
const run = { by: 'execution', execution };

test('all that the table has of a licence is read with one query, and each event says what made it', async () => {
  const licenceId = await house.licence(netjapanMaintenance, { coverEnds: '2026-03-31' });
  const input = { planId: netjapanMaintenance.id, today: '2026-01-30', licenceId, execution };
  await house.step('quote', input);
  await house.step('deliver-mail', input);
  let requests = 0;
  house.cloud.beforeDynamo = () => Promise.resolve(void (requests += 1));
  const history = await reader.read(licenceId);
  house.cloud.beforeDynamo = () => Promise.resolve();
  expect(requests).toBe(1);
  expect(history?.events.map(({ event, version, cause }) => [version, event.type, cause])).toEqual([
    [1, 'LicenceRegistered', undefined],
    [2, 'TermStarted', undefined],
    [3, 'QuoteIssued', run],
  ]);
  expect(history?.mails).toMatchObject([{ kind: 'quote', version: 3, status: 'sent', attempts: 1 }]);
  expect(history?.documents).toMatchObject([{ documentId: `${licenceId}-Q1`, kind: 'quote' }]);
  expect(history?.parked).toBeUndefined();
});

test('an event that a payment system caused says so, and a mail that a step holds names the execution', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-03-31', customerId: 'C-2' });
  const payment = { paymentId: 'PAY-1', licenceId, amount: { amount: 100, currency: 'EUR' } };
  await house.event('payment-received', { time: '2026-01-05T12:00:00Z', detail: payment });
  const customer = customerSchema.parse({
    customerId: 'C-2',
    name: 'John Doe Ltd',
    kind: 'end-user',
    email: 'john@customer.example',
    country: 'DE',
    locale: 'en-GB',
  });
  await house.post.customers.put(customer);
  await house.post.customers.noteUndeliverable(customer.customerId, customer.email, civilDate('2026-01-01'));
  const input = { planId: videoSma.id, today: '2026-01-30', licenceId, execution };
  await house.step('remind', input);
  await house.step('deliver-mail', input);
  const history = await reader.read(licenceId);
  expect(history?.events.slice(2).map(({ event, cause }) => [event.type, cause])).toEqual([
    ['PaymentRecorded', { by: 'payment-event' }],
    ['ReminderIssued', run],
    // The receipt and the reminder.
    ['MailHeld', run],
    ['MailHeld', run],
  ]);
});

test('an event that was recorded before it said what made it is read without', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-03-31' });
  const key = { licenceId, record: records.event(1) };
  const TableName = process.env['LICENCES_TABLE'];
  const { Item } = await house.documents.send(new GetCommand({ TableName, Key: key }));
  expect(Object.keys(Item ?? {}).toSorted()).toEqual([
    'date',
    'event',
    'licenceId',
    'record',
    'type',
    'version',
  ]);
  expect((await reader.read(licenceId))?.events[0]).toMatchObject({ event: { type: 'LicenceRegistered' } });
});

test('a licence whose state cannot be read is read by its events, and says why it is parked', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-03-31' });
  await house.documents.send(
    new UpdateCommand({
      TableName: process.env['LICENCES_TABLE'],
      Key: licenceKey(licenceId),
      UpdateExpression: 'SET licence = :broken',
      ExpressionAttributeValues: { ':broken': 'broken' },
    }),
  );
  await house.post.licences.park(licenceId, { on: civilDate('2026-01-30'), reason: 'it is not valid' });
  const history = await reader.read(licenceId);
  expect(history?.events).toHaveLength(2);
  expect(history?.parked).toEqual({ on: '2026-01-30', reason: 'it is not valid' });
});

test('a licence that is not in the table has no history', async () => {
  expect(await reader.read('nobody')).toBeUndefined();
});
