import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bus } from '../../../contracts/deployment/bus.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const day = '2026-03-02';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const does = (...args: readonly string[]) => operator.on(day, args);

/** A licence whose order is open, by the number of its quote and of its invoice. */
async function ordered() {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  await does('quote', licenceId, '--yes');
  const numbers = async () =>
    (await operator.post.licences.loadWithHistory(licenceId))?.history.documents ?? [];
  const quote = (await numbers())[0]?.number ?? '';
  expect(await does('quote', quote, '--accept', '1', '--yes')).toMatchObject({ status: 0 });
  const invoice = (await numbers())[1]?.number ?? '';
  expect([quote, invoice]).toEqual([
    expect.stringMatching(/^NJM-Q-2026-/),
    expect.stringMatching(/^NJM-2026-/),
  ]);
  return { licenceId, quote, invoice };
}

test('the printed number of a quote or an invoice names its licence in every command', async () => {
  const { licenceId, quote, invoice } = await ordered();
  for (const args of [
    ['licence', 'show', quote],
    ['explain', invoice],
    ['mails', 'list', invoice],
    ['entitlements', quote],
  ]) {
    const { status, out } = await does(...args);
    expect([status, out]).toEqual([0, expect.stringContaining(licenceId)]);
  }
  expect((await does('payment', invoice, '--yes')).status).toBe(0);
  expect((await operator.journal(licenceId)).slice(-3)).toEqual([
    'PaymentRecorded',
    'InvoicePaid',
    'TermStarted',
  ]);
});

test('a quote that is not open is not accepted by its number', async () => {
  const { licenceId, quote } = await ordered();
  const before = await operator.journal(licenceId);
  const { status, err } = await does('quote', quote, '--accept', '1', '--yes');
  expect([status, err]).toEqual([
    2,
    expect.stringContaining(`Quote ${quote} of licence ${licenceId} is not open`),
  ]);
  expect(await operator.journal(licenceId)).toEqual(before);
});

test('a quote that is not open is not declined by its number, though another is open', async () => {
  const { licenceId, quote } = await ordered();
  await operator.on('2026-04-02', ['run', netjapanMaintenance.id, '--licence', licenceId, '--yes']);
  const { status, err } = await operator.on('2026-12-01', ['quote', licenceId, '--yes']);
  expect([status, err]).toEqual([0, expect.anything()]);
  const args = ['quote', quote, '--decline', 'too dear', '--yes'];
  const declined = await operator.on('2026-12-01', args);
  expect([declined.status, declined.err]).toEqual([
    2,
    expect.stringMatching(
      /Quote NJM-Q-2026-\d+ of licence L-\d+ is not open any more. The open quote is NJM-Q-/,
    ),
  ]);
});

test('the entitlements function takes a printed number', async () => {
  const { licenceId, quote, invoice } = await ordered();
  const ask = async (named: string): Promise<unknown> => {
    const { Payload } = await new LambdaClient().send(
      new InvokeCommand({
        FunctionName: operator.cloud.outputs[outputs.entitlementsFunction],
        Payload: JSON.stringify({ licenceId: named, on: day }),
      }),
    );
    return JSON.parse(Buffer.from(Payload ?? []).toString());
  };
  const known = await ask(licenceId);
  expect(known).toMatchObject({ licenceId, cover: { inForce: true } });
  expect(await ask(quote)).toEqual(known);
  expect(await ask(invoice)).toEqual(known);
  for (const named of ['NJM-2026-99999', 'x'.repeat(3000), 'L\u0000'])
    expect(await ask(named)).toEqual({ error: expect.stringContaining('there is no licence') as unknown });
});

test('a payment event names its invoice', async () => {
  const { licenceId, invoice } = await ordered();
  const total = (await operator.post.licences.load(licenceId))?.licence.invoices[0]?.price.total;
  await new EventBridgeClient().send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: operator.cloud.outputs[outputs.eventBus],
          Source: 'test.payments',
          DetailType: bus.paymentReceived,
          Detail: JSON.stringify({ paymentId: 'PAY-9', licenceId: invoice, amount: total, receivedOn: day }),
          Time: new Date(`${day}T12:00:00Z`),
        },
      ],
    }),
  );
  await vi.waitFor(async () => {
    expect(await operator.journal(licenceId)).toContain('TermStarted');
    expect((await operator.journal(licenceId)).at(-1)).toBe('TermStarted');
  }, 20_000);
});

test('a number that no document has is refused as a licence is', async () => {
  const { status, err } = await does('payment', 'NJM-2026-99999', '1.00', '--yes');
  expect([status, err]).toEqual([2, expect.stringContaining('There is no licence NJM-2026-99999')]);
});

test('what no licence can be called is refused before any table is asked', async () => {
  for (const given of ['x'.repeat(3000), 'L\u0000', ' ']) {
    const { status, err } = await does('licence', 'show', given);
    expect([status, err]).toEqual([2, expect.stringContaining('There is no licence')]);
  }
});
