import { deflateRawSync } from 'node:zlib';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nextDueOn } from '../../../domain/agenda.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { register } from '../../../domain/licence/register.ts';
import { type Documents, documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { DueIndex } from '../../../adapters/dynamodb/licences/due-index.ts';
import { licenceKey, type Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { MailStore } from '../../../adapters/dynamodb/mails/mail-store.ts';
import { ServiceError } from '../../../local/shared/service-error.ts';
import { videoSma as plan } from '../../../plans/video-sma.ts';
import { factsOf } from '../../support/application/play.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let documents: Documents;
let licences: LicenceStore;
let mails: MailStore;
let index: DueIndex;
let count = 0;

beforeAll(async () => {
  cloud = await openCloud();
  documents = documentClient();
  // In this book, a cancellation calls for a mail and nothing else does.
  licences = new LicenceStore(documents, process.env, (event) =>
    event.type === 'RenewalCancelled' ? ['cancelled'] : [],
  );
  mails = new MailStore(documents, process.env);
  index = new DueIndex(documents, process.env);
});
afterAll(() => cloud.stop());
afterEach(() => {
  cloud.beforeDynamo = () => Promise.resolve();
  cloud.afterDynamo = () => 'answer';
});

const today = civilDate('2026-03-01');

/** A new licence in the table, with a term until 2026-12-31. */
async function registered(licenceId = `L-${(count += 1)}`): Promise<Stored> {
  const facts = factsOf(plan, { licenceId, purchasedOn: '2026-01-01' });
  return licences.commit(plan, undefined, register(plan, facts));
}

function told(stored: Stored, activity: 'cancel' | 'resume'): readonly Event[] {
  return decide(plan, stored.licence, { on: today, activity }, today).events;
}

async function loaded(stored: Stored): Promise<Stored> {
  const again = await licences.load(stored.licence.facts.licenceId);
  if (again === undefined) throw new Error('not found');
  return again;
}

async function dueIds(on: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const licenceId of index.dueLicences(plan.id, civilDate(on))) ids.push(licenceId);
  return ids;
}

test('what is committed is loaded again, with its events in order', async () => {
  const before = await registered();
  const events = told(before, 'cancel');
  const after = await licences.commit(plan, before, events);

  expect(await loaded(before)).toEqual(after);
  const journal = await licences.events(before.licence.facts.licenceId);
  expect(journal.map((event) => event.type)).toEqual([
    'LicenceRegistered',
    'TermStarted',
    'RenewalCancelled',
  ]);
  expect(after.version).toBe(3);
});

test('a licence that is not in the table is loaded as undefined', async () => {
  expect(await licences.load('nobody')).toBeUndefined();
});

test('of two commits on the same version one wins, and the other leaves nothing behind', async () => {
  const before = await registered();
  await licences.commit(plan, before, told(before, 'cancel'));

  const late = licences.commit(plan, before, told(before, 'cancel'));
  await expect(late).rejects.toMatchObject({ name: 'ConcurrentChange' });
  expect(await loaded(before)).toMatchObject({ version: 3, outbox: [expect.stringContaining('-cancelled')] });
  expect(await licences.events(before.licence.facts.licenceId)).toHaveLength(3);
});

test('a licence is registered once', async () => {
  const { licence } = await registered();
  await expect(registered(licence.facts.licenceId)).rejects.toMatchObject({ name: 'ConcurrentChange' });
});

test('a commit whose answer was lost is not taken for a lost race when the client repeats it', async () => {
  const before = await registered();
  const events = told(before, 'cancel');
  let answered = 0;
  cloud.afterDynamo = (operation) => {
    if (operation === 'TransactWriteItems') answered += 1;
    return operation === 'TransactWriteItems' && answered === 1 ? 'cut off' : 'answer';
  };
  const after = await licences.commit(plan, before, events);
  expect(answered).toBe(2);
  expect(await loaded(before)).toEqual(after);
});

test.each([['load'], ['commit']])('a table that throttles requests throws Throttled (%s)', async (what) => {
  const before = await registered();
  cloud.beforeDynamo = () => Promise.reject(new ServiceError('ThrottlingException', 'Rate exceeded'));
  const throttled = what === 'load' ? loaded(before) : licences.commit(plan, before, told(before, 'cancel'));
  await expect(throttled).rejects.toMatchObject({ name: 'Throttled' });
});

test('a commit that is cancelled because the table throttles requests is not a lost race', async () => {
  const before = await registered();
  const cancelled = { CancellationReasons: [{ Code: 'None' }, { Code: 'ThrottlingError' }] };
  cloud.beforeDynamo = (operation) =>
    operation === 'TransactWriteItems'
      ? Promise.reject(new ServiceError('TransactionCanceledException', 'cancelled', cancelled))
      : Promise.resolve();
  const throttled = licences.commit(plan, before, told(before, 'cancel'));
  await expect(throttled).rejects.toMatchObject({ name: 'Throttled' });
});

test('an event that calls for a mail has one, and the licence is due that day until it is settled', async () => {
  const before = await registered();
  const { licenceId } = before.licence.facts;
  const after = await licences.commit(plan, before, told(before, 'cancel'));
  const [mailId = ''] = after.outbox;

  expect(await mails.mails(licenceId)).toMatchObject([
    { mailId, kind: 'cancelled', version: 3, status: 'pending' },
  ]);
  expect(await dueIds('2026-02-28')).not.toContain(licenceId);
  expect(await dueIds('2026-03-01')).toContain(licenceId);

  const settled = await licences.settle(plan, after, [mailId]);
  expect(settled.outbox).toEqual([]);
  expect(settled.dueOn).toBe(nextDueOn(plan, settled.licence));
  expect(await dueIds('2026-03-01')).not.toContain(licenceId);
});

test('a mail that was settled in the meantime is not put back by a commit', async () => {
  const before = await registered();
  const withMail = await licences.commit(plan, before, told(before, 'cancel'));
  await licences.settle(plan, withMail, withMail.outbox);

  const stale = licences.commit(plan, withMail, told(withMail, 'resume'));
  await expect(stale).rejects.toMatchObject({ name: 'ConcurrentChange' });
});

test('settling a mail does not undo what was committed in the meantime', async () => {
  const before = await registered();
  const withMail = await licences.commit(plan, before, told(before, 'cancel'));
  const after = await licences.commit(plan, withMail, told(withMail, 'resume'));

  const stale = licences.settle(plan, withMail, withMail.outbox);
  await expect(stale).rejects.toMatchObject({ name: 'ConcurrentChange' });
  expect(await loaded(before)).toEqual(after);
});

test('a parked licence is not due, whatever is committed to it, until it is taken up again', async () => {
  const before = await registered();
  const { licenceId } = before.licence.facts;
  await licences.park(licenceId, { on: today, reason: 'because' });
  expect(await dueIds('9999-12-31')).not.toContain(licenceId);

  const stale = licences.commit(plan, before, told(before, 'cancel'));
  await expect(stale).rejects.toMatchObject({ name: 'ConcurrentChange' });
  const parked = await loaded(before);
  await licences.commit(plan, parked, told(parked, 'cancel'));
  expect(await loaded(before)).toMatchObject({ version: 3, parked: { on: today, reason: 'because' } });
  expect(await dueIds('9999-12-31')).not.toContain(licenceId);

  await licences.unpark(licenceId, today);
  expect((await loaded(before)).parked).toBeUndefined();
  expect(await dueIds('2026-03-01')).toContain(licenceId);
});

test('a licence whose state cannot be read is refused by name, and can be parked', async () => {
  const { licence } = await registered();
  const { licenceId } = licence.facts;
  await documents.send(
    new UpdateCommand({
      TableName: process.env['LICENCES_TABLE'],
      Key: licenceKey(licenceId),
      UpdateExpression: 'SET licence = :broken',
      ExpressionAttributeValues: { ':broken': deflateRawSync('{"customer":"jane@customer.example"}') },
    }),
  );
  await expect(licences.load(licenceId)).rejects.toThrow(`licence ${licenceId} in the table is not valid`);
  await expect(licences.load(licenceId)).rejects.not.toThrow('jane');

  await licences.park(licenceId, { on: today, reason: 'because' });
  expect(await dueIds('9999-12-31')).not.toContain(licenceId);
});

test('parking a licence that does not exist makes none', async () => {
  await licences.park('nobody', { on: today, reason: 'because' });
  const { Item } = await documents.send(
    new GetCommand({ TableName: process.env['LICENCES_TABLE'], Key: licenceKey('nobody') }),
  );
  expect(Item).toBeUndefined();
});

test('the due licences of a plan come from every shard, page by page', async () => {
  cloud.beforeDynamo = (operation, request) => {
    if (operation === 'Query') Object.assign(request, { Limit: 3 });
    return Promise.resolve();
  };
  const ids = Array.from({ length: 40 }, (_, number) => `PAGED-${number}`);
  for (const licenceId of ids) await registered(licenceId);
  expect((await dueIds('2026-12-31')).filter((id) => id.startsWith('PAGED-')).toSorted()).toEqual(
    ids.toSorted(),
  );
});

test('a licence that the index still shows is not due where the table says otherwise', async () => {
  const [one, other] = [await registered(), await registered()];
  await licences.park(other.licence.facts.licenceId, { on: today, reason: 'because' });
  const ids = [one, other].map((stored) => stored.licence.facts.licenceId);
  expect(await index.stillDue(ids, civilDate('2026-12-31'))).toEqual([one.licence.facts.licenceId]);
});

test('a state that could not be read again is not written', async () => {
  const stored = await registered();
  const broken = { ...stored, licence: { ...stored.licence, quotesIssued: -1 } };
  await expect(licences.commit(plan, broken, told(stored, 'cancel'))).rejects.toThrow(
    /the new state of licence/,
  );
  expect(await loaded(stored)).toEqual(stored);
});
