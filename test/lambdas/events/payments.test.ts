import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { PaymentReader } from '../../../adapters/dynamodb/payments/payment-reader.ts';
import { PaymentStore } from '../../../adapters/dynamodb/payments/payment-store.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { type Application, openApplication } from '../../support/application/application.ts';
import { factsOf } from '../../support/application/play.ts';
import { applyActivity } from '../../support/application/apply-activity.ts';

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});
afterAll(() => application.close());

const licences = () => openMailing(documentClient(), application.settings).licences;

async function licence(licenceId: string): Promise<string> {
  await registerLicence(licences(), factsOf(plan, { licenceId, country: 'NZ', coverEnds: '2026-12-31' }));
  return licenceId;
}

interface Detail {
  readonly paymentId?: string;
  readonly licenceId: string;
  readonly amount?: object;
  readonly receivedOn?: string;
}

/** Puts the events on the application's bus at noon UTC of a day in March. */
function tell(...details: readonly Detail[]): Promise<void> {
  return tellAt('2026-03-10T12:00:00Z', ...details);
}

async function tellAt(time: string, ...details: readonly Detail[]): Promise<void> {
  const { FailedEntryCount } = await new EventBridgeClient().send(
    new PutEventsCommand({
      Entries: details.map((detail) => ({
        EventBusName: application.cloud.outputs[outputs.eventBus],
        Source: 'shop.example',
        DetailType: 'PaymentReceived',
        Time: new Date(time),
        Detail: JSON.stringify({
          paymentId: 'PAY-1',
          amount: { amount: 552_00, currency: 'NZD' },
          ...detail,
        }),
      })),
    }),
  );
  expect(FailedEntryCount).toBe(0);
}

async function payments(licenceId: string) {
  return (await licences().events(licenceId)).filter(({ type }) => type === 'PaymentRecorded');
}

/** What the queue of rejected payments has, and takes it out. */
async function rejected(): Promise<unknown[]> {
  const QueueUrl = application.cloud.outputs[outputs.rejectedPayments];
  const { Messages = [] } = await new SQSClient().send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown);
}

test("a payment on the bus is recorded on the plan's day, and if reported twice it is recorded once", async () => {
  const licenceId = await licence('PAID');
  await tell({ licenceId });
  await Promise.all([tell({ licenceId }), tell({ licenceId, paymentId: 'PAY-2' })]);
  expect(await payments(licenceId)).toMatchObject([
    // It is the next day in New Zealand by then.
    { date: '2026-03-11', paymentId: 'PAY-1', amount: { amount: 552_00, currency: 'NZD' } },
    { date: '2026-03-11', paymentId: 'PAY-2' },
  ]);
  expect(await rejected()).toEqual([]);
});

test('a payment on the bus pays the order: the new term starts, and the next run sends the mail', async () => {
  await registerLicence(licences(), factsOf(vtube, { licenceId: 'ORDER', coverEnds: '2026-06-30' }));
  const on = civilDate('2026-03-09');
  await applyActivity(licences(), 'ORDER', { on, activity: 'request-quote' }, on);
  await applyActivity(licences(), 'ORDER', { on, activity: 'accept-quote', years: 1 }, on);
  await tell({ licenceId: 'ORDER', amount: { amount: 1200_00, currency: 'USD' } });
  const types = (await licences().events('ORDER')).map(({ type }) => type);
  expect(types.slice(-3)).toEqual(['PaymentRecorded', 'InvoicePaid', 'TermStarted']);
  expect(await licences().load('ORDER')).toMatchObject({ mailsOn: '2026-03-10', dueOn: '2026-03-10' });
});

test('a payment is recorded on the day that it is reported, with the day on which the money arrived', async () => {
  const licenceId = await licence('LATE');
  await tell({ licenceId, receivedOn: '2026-03-09' });
  await tell({ licenceId, paymentId: 'PAY-2', receivedOn: '2026-03-03' });
  expect(await payments(licenceId)).toMatchObject([
    { date: '2026-03-11', received: '2026-03-09' },
    { date: '2026-03-11', received: '2026-03-03' },
  ]);
});

test.each([
  { detail: { paymentId: 'W-1', licenceId: 'NOBODY' }, reason: 'there is no licence NOBODY' },
  {
    detail: { paymentId: 'W-2', licenceId: 'ODD', amount: { amount: 552_00, currency: 'EUR' } },
    reason: 'it is in EUR, and plan smart-net-user-group of licence ODD is in NZD',
  },
])('what is for no licence waits in the list, once, to be assigned: $reason', async ({ detail, reason }) => {
  await licence('ODD');
  await tell(detail);
  await tell(detail);
  expect(await payments('ODD')).toEqual([]);
  expect(await rejected()).toEqual([]);
  const kept = await new PaymentReader(documentClient(), application.settings).get(detail.paymentId);
  expect(kept).toMatchObject({
    state: 'waiting',
    reason: expect.stringContaining(reason) as unknown,
    payment: { received: '2026-03-10', text: detail.licenceId },
    steps: [{ did: 'received', by: { by: 'payment-event' } }],
  });
});

test('what waits is booked once it is reported for a licence that there is, and once only', async () => {
  const licenceId = await licence('RIGHT');
  const other = await licence('WRONG');
  await tell({ paymentId: 'W-3', licenceId: 'NOBODY' });
  await tell({ paymentId: 'W-3', licenceId });
  await tell({ paymentId: 'W-3', licenceId });
  await tell({ paymentId: 'W-3', licenceId: other });
  expect([await payments(licenceId), await payments(other)]).toMatchObject([[{ paymentId: 'W-3' }], []]);
  const kept = await new PaymentReader(documentClient(), application.settings).get('W-3');
  expect(kept?.steps.map(({ did }) => did)).toEqual(['received', 'matched', 'booked']);
});

test('a booking that was interrupted is completed by the next report', async () => {
  const licenceId = await licence('CUT-OFF');
  await tell({ paymentId: 'W-5', licenceId: 'NOBODY' });
  const store = new PaymentStore(documentClient(), application.settings);
  const waiting = await store.get('W-5');
  if (waiting === undefined) throw new Error('W-5 is not kept');
  // The function was killed after it had written which licence the payment is for.
  const allocations = [{ licenceId, amount: waiting.payment.amount }];
  await store.put(waiting, { ...waiting, state: 'booking', allocations, reason: undefined });
  await tell({ paymentId: 'W-5', licenceId });
  await tell({ paymentId: 'W-5', licenceId });
  expect(await payments(licenceId)).toMatchObject([{ paymentId: 'W-5' }]);
  expect(await store.get('W-5')).toMatchObject({ state: 'booked' });
});

test('what waits and is reported with another amount is a contradiction', async () => {
  await tell({ paymentId: 'W-4', licenceId: 'NOBODY' });
  await tell({ paymentId: 'W-4', licenceId: 'NOBODY', amount: { amount: 1_00, currency: 'NZD' } });
  expect(await rejected()).toMatchObject([
    { reason: expect.stringContaining('payment W-4 was reported before with NZD 552.00') as unknown },
  ]);
});

test.each([
  {
    detail: { licenceId: 'ODD', receivedOn: '2026-03-12' },
    reason: 'receivedOn 2026-03-12 is after 2026-03-11, when it was reported',
  },
  { detail: { licenceId: 'ODD', amount: { amount: 0, currency: 'NZD' } }, reason: 'detail.amount.amount' },
  { detail: { licenceId: 'ODD', amount: { amount: 5.5, currency: 'NZD' } }, reason: 'detail.amount.amount' },
  { detail: { licenceId: 'ODD', paymentId: 'P'.repeat(101) }, reason: 'detail.paymentId' },
  { detail: { licenceId: 'L'.repeat(60_000) }, reason: 'detail.licenceId' },
])('what cannot be recorded lies in a queue with its reason: $reason', async ({ detail, reason }) => {
  await licence('ODD');
  await tell(detail);
  expect(await payments('ODD')).toEqual([]);
  expect(await rejected()).toEqual([
    { reason: expect.stringContaining(reason) as unknown, event: expect.anything() as unknown },
  ]);
});

test('a payment of a sender whose clock is years ahead is not recorded', async () => {
  const licenceId = await licence('AHEAD');
  await tellAt('2999-12-31T12:00:00Z', { licenceId });
  expect(await payments(licenceId)).toEqual([]);
  expect(await rejected()).toMatchObject([
    { reason: expect.stringContaining('3000-01-01 is later than today') as unknown },
  ]);
});

test('the queue has the event as it came', async () => {
  await tell({ licenceId: 'NOBODY', amount: { amount: 0, currency: 'NZD' } });
  expect(await rejected()).toMatchObject([
    { event: { source: 'shop.example', detail: { paymentId: 'PAY-1', licenceId: 'NOBODY' } } },
  ]);
});
