import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { register } from '../../../domain/licence/register.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { UpdateStore } from '../../../adapters/dynamodb/updates/updates.ts';
import { deliverPending, type MailingDependencies } from '../../../app/mailing/deliver.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { Database } from '../../../local/dynamodb/database.ts';
import { vtubeLaserSmp as plan } from '../../../plans/vtube-laser-smp.ts';
import { outputOf, run } from '../../support/local/executions.ts';
import { type Application, openApplication } from '../../support/application/application.ts';
import { factsOf } from '../../support/application/play.ts';
import { applyActivity } from '../../support/application/apply-activity.ts';

let application: Application;
let post: MailingDependencies;
let states: SFNClient;

beforeAll(async () => {
  application = await openApplication();
  post = openMailing(documentClient(), application.settings);
  states = new SFNClient();
  await licence('COVERED', { coverEnds: '2026-12-31' });
  await licence('LAPSED', { coverEnds: '2025-12-31' });
  await licence('LEFT', { coverEnds: '2026-12-31' });
  const on = civilDate('2026-02-01');
  await applyActivity(post.licences, 'LEFT', { on, activity: 'leave-announcements' }, on);
  await licence('OTHER', { coverEnds: '2026-12-31', product: 'Tube Probe' });
  // Of this one no mail can be written until its customer is known.
  await licence('FAILING', { coverEnds: '2026-12-31', customerId: 'C-LATE' });
  for (const licenceId of ['COVERED', 'LAPSED', 'LEFT', 'OTHER'])
    await deliverPending(post, licenceId, day, 0);
}, 300_000);
afterAll(() => application.close());

const day = civilDate('2026-02-01');

function customer(customerId: string): Customer {
  const email = `${customerId.toLowerCase()}@customer.example`;
  const kind = 'end-user';
  return customerSchema.parse({ customerId, name: 'Jane Roe', kind, email, country: 'US', locale: 'en-US' });
}

async function licence(licenceId: string, facts: Parameters<typeof factsOf>[1]): Promise<void> {
  const customerId = `C-${licenceId}`;
  // Not through the door, which takes no product that the plan has no price for any more.
  await post.licences.commit(
    plan,
    undefined,
    register(plan, factsOf(plan, { licenceId, customerId, ...facts })),
  );
  if (facts?.customerId === undefined) await post.customers.put(customer(customerId));
}

function publish(product: string, version: string, planId = plan.id) {
  // New York's 3 March.
  const input = { planId, product, version, publishedAt: '2026-03-04T03:00:00Z' };
  return run(states, input, application.cloud.outputs['UpdateStateMachine']);
}

async function announcements(licenceId: string): Promise<string[]> {
  const events = await post.licences.events(licenceId);
  return events.flatMap((event) => {
    if (event.type === 'UpdateAnnounced') {
      return [`${event.date} ${event.version} ${event.entitled ? 'entitled' : 'missed'}`];
    }
    return event.type === 'UpdateNotAnnounced' ? [`${event.date} ${event.version} not announced`] : [];
  });
}

/** How many mails about an update went to a licence's customer. */
function mailsTo(licenceId: string, version: string): number {
  const address = `c-${licenceId.toLowerCase()}@customer.example`;
  const mine = application.cloud.mails().filter(({ destinations }) => destinations.includes(address));
  return mine.filter(({ file }) => readFileSync(file, 'utf8').includes(version)).length;
}

test('every customer on the list gets the announcement of an update, covered or not; one who left the list does not', async () => {
  const execution = await publish('VTube-LASER', '2.10');
  expect(await announcements('COVERED')).toEqual(['2026-03-03 2.10 entitled']);
  expect(await announcements('LAPSED')).toEqual(['2026-03-03 2.10 missed']);
  expect(await announcements('LEFT')).toEqual(['2026-03-03 2.10 not announced']);
  expect(await announcements('OTHER')).toEqual([]);
  expect(['COVERED', 'LAPSED', 'LEFT', 'OTHER'].map((id) => mailsTo(id, '2.10'))).toEqual([1, 1, 0, 0]);

  // One licence fails: the others are told all the same, and the execution says which.
  expect(execution).toMatchObject({ status: 'FAILED', error: 'LicencesFailed' });
  expect(execution.cause).toBe(
    'VTube-LASER 2.10: 1 e-mailed and entitled, 1 e-mailed without cover, 1 not on the announcement list, 0 e-mailed before, ' +
      '1 of another product or removed; 1 of 5 licences failed: FAILING (there is no customer C-LATE)',
  );
  expect((await post.licences.load('FAILING'))?.parked).toBeUndefined();
}, 300_000);

test('an update that is published again is announced to nobody twice: only what failed is done', async () => {
  await post.customers.put({ ...customer('C-LATE'), email: 'c-failing@customer.example' });
  const execution = await publish('VTube-LASER', '2.10');
  expect(execution.status).toBe('SUCCEEDED');
  expect(outputOf(execution)).toMatchObject({
    listed: 5,
    announced: { entitled: 0, missed: 0, 'not-on-list': 0, 'announced-before': 4, 'other-product': 1 },
    failedCount: 0,
  });
  const ids = ['COVERED', 'LAPSED', 'LEFT', 'FAILING'];
  expect(ids.map((id) => mailsTo(id, '2.10'))).toEqual([1, 1, 0, 1]);
  expect(await announcements('COVERED')).toHaveLength(1);
}, 300_000);

test('an update is recorded as published on the day of the plan, once', async () => {
  const updates = new UpdateStore(documentClient(), application.settings);
  expect(await updates.published(plan.id, 'VTube-LASER')).toEqual([
    { planId: plan.id, product: 'VTube-LASER', version: '2.10', publishedOn: '2026-03-03' },
  ]);
});

test('an update of a product that the plan announces none of is refused, and nothing is recorded', async () => {
  const execution = await publish('Tube Probe', '1.0');
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Refused' });
  expect(execution.cause).toContain('announces no updates of Tube Probe: only of VTube-LASER');
  expect(await publish('ActiveImage', '1.0', 'netjapan-maintenance')).toMatchObject({ error: 'Refused' });
  const updates = new UpdateStore(documentClient(), application.settings);
  expect(await updates.published(plan.id, 'Tube Probe')).toEqual([]);
}, 300_000);

test('the mail that gives a password has it, and it is the one of this update and licence', async () => {
  const asked = { on: civilDate('2026-03-05'), activity: 'request-password', version: '2.10' } as const;
  await applyActivity(post.licences, 'COVERED', asked, asked.on);
  await deliverPending(post, 'COVERED', asked.on, 0);
  const password = await post.passwords.passwordOf('COVERED', 'VTube-LASER', '2.10');
  const mails = application.cloud.mails().map(({ file }) => readFileSync(file, 'utf8'));
  expect(mails.filter((mail) => mail.includes(password))).toHaveLength(1);
  expect(JSON.stringify(await post.licences.events('COVERED'))).not.toContain(password);
});

describe('an update server or a help desk', () => {
  const ask = async (question: object) => {
    const FunctionName = application.cloud.outputs['EntitlementsFunction'];
    const { Payload, FunctionError } = await new LambdaClient().send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(question) }),
    );
    return { answer: JSON.parse(Payload?.transformToString() ?? 'null') as unknown, error: FunctionError };
  };

  test('asks what a licence entitles to by one read of one item', async () => {
    // The end of a call has the reports of SES handled that wait: of the mails that went out before.
    await ask({ licenceId: 'COVERED' });
    const requests = vi.spyOn(Database.prototype, 'answer');
    const { answer } = await ask({ licenceId: 'COVERED', on: '2026-03-05' });
    expect(requests.mock.calls.map(([operation]) => operation)).toEqual(['GetItem']);
    requests.mockRestore();
    expect(answer).toMatchObject({ licenceId: 'COVERED', on: '2026-03-05', cover: { inForce: true } });
    expect(await ask({ licenceId: 'LAPSED' })).toMatchObject({ answer: { cover: { inForce: false } } });
  });

  test('gets an error for an unknown licence and for an invalid question', async () => {
    expect(await ask({ licenceId: 'NOBODY' })).toMatchObject({
      answer: { error: 'there is no licence NOBODY' },
    });
    const { answer, error } = await ask({ licenceId: 'COVERED', on: 'tomorrow' });
    expect(error).toBe('Unhandled');
    expect(answer).toMatchObject({ errorMessage: expect.stringContaining('on') as unknown });
  });
});
