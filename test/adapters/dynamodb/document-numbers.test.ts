import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { register } from '../../../domain/licence/register.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { numbersIn } from '../../../adapters/dynamodb/documents/document-number.ts';
import { numbersOfOpen } from '../../../adapters/dynamodb/licences/following.ts';
import { NumberRegister } from '../../../adapters/dynamodb/documents/number-register.ts';
import type { Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { retryOnConflict } from '../../../adapters/dynamodb/table/retry.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import type { videoSma } from '../../../plans/video-sma.ts';
import { runDay } from '../../../domain/licence/run-pass.ts';
import { factsOf } from '../../support/application/play.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let licences: LicenceStore;
let numbers: NumberRegister;

beforeAll(async () => {
  cloud = await openCloud();
  const documents = documentClient();
  licences = new LicenceStore(documents, process.env, () => []);
  numbers = new NumberRegister(documents, process.env);
});
afterAll(() => cloud.stop());

type TestPlan = typeof videoSma;

/** A licence whose next event is the invoice of day `on`. */
async function registered(plan: TestPlan, licenceId: string, on: string): Promise<Stored> {
  const facts = factsOf(plan, {
    licenceId,
    ...(plan === smartNetUserGroup ? { installedOn: on } : { purchasedOn: on }),
    registeredOn: on,
  });
  return licences.commit(plan, undefined, register(plan, facts));
}

function invoiceOf(plan: TestPlan, { licence }: Stored, on: string): readonly Event[] {
  return runDay(plan, licence, civilDate(on));
}

async function numbersOf(licenceId: string): Promise<readonly string[]> {
  const loaded = await licences.loadWithHistory(licenceId);
  return loaded?.history.documents.map(({ number }) => number) ?? [];
}

async function issue(plan: TestPlan, licenceId: string, on: string): Promise<readonly string[]> {
  const before = await registered(plan, licenceId, on);
  await licences.commit(plan, before, invoiceOf(plan, before, on));
  return numbersOf(licenceId);
}

test('each plan and year is counted by itself, from 1 on, and a number leads to its licence', async () => {
  expect(await issue(smartNetUserGroup, 'A-1', '2026-02-01')).toEqual(['SNUG-2026-00001']);
  expect(await issue(smartNetUserGroup, 'A-2', '2026-02-01')).toEqual(['SNUG-2026-00002']);
  expect(await issue(smartNetUserGroup, 'A-3', '2027-02-01')).toEqual(['SNUG-2027-00001']);
  expect(await numbers.licenceOf('SNUG-2026-00002')).toBe('A-2');
  expect(await numbers.licenceOf('SNUG-2026-00003')).toBeUndefined();
  expect(await numbers.licenceOf('SNUG-2025-00001')).toBeUndefined();
  expect(await numbers.licenceOf('hello')).toBeUndefined();
});

test('the state has the printed numbers of what is open, until it is paid, also after it is worked out anew', async () => {
  const before = await registered(smartNetUserGroup, 'N-1', '2035-02-01');
  expect(before.numbers).toBeUndefined();
  const events = invoiceOf(smartNetUserGroup, before, '2035-02-01');
  const issued = await licences.commit(smartNetUserGroup, before, events);
  const [invoice] = issued.licence.invoices;
  if (invoice === undefined) throw new Error('no invoice');
  const { invoiceId, price } = invoice;
  expect((await licences.load('N-1'))?.numbers).toEqual({ [invoiceId]: 'SNUG-2035-00001' });
  const loaded = await licences.loadWithHistory('N-1');
  expect(loaded && numbersOfOpen(loaded.stored.licence, numbersIn(loaded.history.documents))).toEqual(
    loaded?.stored.numbers,
  );
  const payment = { on: civilDate('2035-02-02'), activity: 'payment', amount: price.total } as const;
  const paid = decide(smartNetUserGroup, issued.licence, payment, payment.on).events;
  expect((await licences.commit(smartNetUserGroup, issued, paid)).numbers).toBeUndefined();
});

test('documents that are issued together are numbered in their order', async () => {
  const ids = ['B-3', 'B-1', 'B-2'];
  const changes = [];
  for (const licenceId of ids) {
    const before = await registered(smartNetUserGroup, licenceId, '2028-02-01');
    changes.push({
      plan: smartNetUserGroup,
      before,
      events: invoiceOf(smartNetUserGroup, before, '2028-02-01'),
    });
  }
  await licences.commitTogether(changes, Date.now);
  expect((await Promise.all(ids.map(numbersOf))).flat()).toEqual([
    'SNUG-2028-00001',
    'SNUG-2028-00002',
    'SNUG-2028-00003',
  ]);
  expect(await numbers.licenceOf('SNUG-2028-00002')).toBe('B-1');
});

test('40 invoices that 8 workers issue at once, with crashes before and after the write, are 1 to 40', async () => {
  const on = '2029-02-01';
  const ids = Array.from({ length: 40 }, (_, index) => `crowd-${index}`);
  for (const licenceId of ids) await registered(smartNetUserGroup, licenceId, on);
  let writes = 0;
  cloud.beforeDynamo = (operation) => {
    if (operation === 'TransactWriteItems' && (writes += 1) % 5 === 0) throw new Error('crashed before');
    return Promise.resolve();
  };
  cloud.afterDynamo = (operation) =>
    operation === 'TransactWriteItems' && writes % 7 === 0 ? 'cut off' : 'answer';
  const left = [...ids];
  const issueOnce = (licenceId: string) =>
    retryOnConflict(async () => {
      const before = await licences.load(licenceId);
      if (before === undefined) throw new Error('not registered');
      const events = invoiceOf(smartNetUserGroup, before, on);
      if (events.length > 0) await licences.commit(smartNetUserGroup, before, events);
      return true;
    });
  const worker = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const isIssued = await issueOnce(id).catch(() => false);
      if (!isIssued) left.push(id);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  cloud.beforeDynamo = () => Promise.resolve();
  cloud.afterDynamo = () => 'answer';
  const counted = await Promise.all(ids.map(numbersOf));
  const expected = ids.map((_, index) => `SNUG-2029-${String(index + 1).padStart(5, '0')}`);
  expect(counted.flat().toSorted()).toEqual(expected);
}, 300_000);

/** Registers licences in groups and issues their invoices group by group, all groups at once. */
async function issueInGroups(on: string, groups: readonly (readonly string[])[]): Promise<void> {
  for (const licenceId of groups.flat()) await registered(smartNetUserGroup, licenceId, on);
  const issueGroup = (ids: readonly string[]) =>
    retryOnConflict(async () => {
      const { values } = await licences.loadAll(ids);
      const changes = values.map((before) => {
        return { plan: smartNetUserGroup, before, events: invoiceOf(smartNetUserGroup, before, on) };
      });
      await licences.commitTogether(changes, Date.now);
    });
  await Promise.all(groups.map((ids) => issueGroup(ids).catch(() => undefined)));
}

const groupOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);

test('groups that number one series at once take turns: no transaction fails', async () => {
  const groups = groupOf('turn', 6).map((name) => groupOf(name, 5));
  let written = 0;
  cloud.beforeDynamo = (operation, body) => {
    if (operation === 'TransactWriteItems' && JSON.stringify(body).includes('SNUG-2030')) written += 1;
    return Promise.resolve();
  };
  await issueInGroups('2030-02-01', groups);
  cloud.beforeDynamo = () => Promise.resolve();
  expect((await Promise.all(groups.flat().map(numbersOf))).flat().toSorted()).toEqual(
    Array.from({ length: 30 }, (_, index) => `SNUG-2030-${String(index + 1).padStart(5, '0')}`),
  );
  expect(written).toBe(groups.length);
}, 300_000);

test('one that is cut off in its turn delays the others and leaves no gap', async () => {
  const groups = groupOf('cut', 3).map((name) => groupOf(name, 2));
  let writes = 0;
  cloud.beforeDynamo = (operation, body) => {
    const isNumbering = operation === 'TransactWriteItems' && JSON.stringify(body).includes('SNUG-2031');
    // The SDK repeats the first one once.
    if (isNumbering && (writes += 1) <= 2) throw new Error('cut off');
    return Promise.resolve();
  };
  await issueInGroups('2031-02-01', groups);
  cloud.beforeDynamo = () => Promise.resolve();
  expect((await Promise.all(groups.flat().map(numbersOf))).flat().toSorted()).toEqual([
    'SNUG-2031-00001',
    'SNUG-2031-00002',
    'SNUG-2031-00003',
    'SNUG-2031-00004',
  ]);
}, 300_000);
