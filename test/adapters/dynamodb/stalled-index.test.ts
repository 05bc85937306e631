import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import type { Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { StalledIndex } from '../../../adapters/dynamodb/licences/stalled-index.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import { type Command, decide } from '../../../domain/decide.ts';
import { register } from '../../../domain/licence/register.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { factsOf } from '../../support/application/play.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let licences: LicenceStore;
let index: StalledIndex;
let count = 0;

const today = civilDate('2026-06-01');
/** The longest that a plan allows, so that no run looks at an unpaid order before. */
const longest = plan.receivables.longestHoldDays;

beforeAll(async () => {
  cloud = await openCloud();
  licences = new LicenceStore(documentClient(), process.env, () => []);
  index = new StalledIndex(documentClient(), process.env);
});
afterAll(() => cloud.stop());

async function told(stored: Stored, command: Command): Promise<Stored> {
  const { events } = decide(plan, stored.licence, command, command.on);
  return licences.commit(plan, stored, events);
}

/** A licence whose cover ends in a month, with an accepted quote: its invoice is open. */
async function invoiced(): Promise<Stored> {
  const facts = factsOf(plan, { licenceId: `S-${(count += 1)}`, coverEnds: addDays(today, 30) });
  const registered = await licences.commit(plan, undefined, register(plan, facts));
  const quoted = await told(registered, { on: today, activity: 'request-quote' });
  return told(quoted, { on: today, activity: 'accept-quote', years: 1 });
}

async function stalled(stored: Stored) {
  const { listed } = await index.some(plan.id, 100);
  return listed.find(({ licenceId }) => licenceId === stored.licence.facts.licenceId);
}

test('an open invoice with something due soon costs index `stalled` nothing', async () => {
  const stored = await invoiced();
  expect(stored.licence.invoices).toHaveLength(1);
  expect(await stalled(stored)).toBeUndefined();
});

test('an open invoice that a long hold keeps from every run is stalled until the hold is released', async () => {
  const stored = await invoiced();
  const until = addDays(today, longest);
  const held = await told(stored, { on: today, activity: 'hold', until, reason: 'promised' });
  expect(held.dueOn === undefined || held.dueOn > addDays(today, 90)).toBe(true);
  expect(await stalled(held)).toBeDefined();
  const released = await told(held, { on: today, activity: 'release' });
  expect(await stalled(released)).toBeUndefined();
});

test('a parked licence is stalled with the reason, also after a command, and not once it is released', async () => {
  const { licence } = await invoiced();
  const { licenceId } = licence.facts;
  const parked = { on: today, reason: 'the PDF failed' };
  await licences.park(licenceId, parked);
  const before = await licences.load(licenceId);
  if (before === undefined) throw new Error('not found');
  expect(await stalled(before)).toEqual({ licenceId, parked });
  const paid = await told(before, { on: today, activity: 'payment' });
  expect(paid.licence.invoices).toEqual([]);
  expect(await stalled(paid)).toEqual({ licenceId, parked });
  await licences.unpark(licenceId, today);
  expect(await stalled(paid)).toBeUndefined();
});

test('a licence that was stored without the mark gets it when its due day is checked', async () => {
  const stored = await invoiced();
  const { licenceId } = stored.licence.facts;
  await licences.park(licenceId, { on: today, reason: 'the PDF failed' });
  const before = await licences.load(licenceId);
  if (before === undefined) throw new Error('not found');
  const { isStalled, ...unmarked } = before;
  expect(isStalled).toBe(true);
  expect(await licences.settle(plan, unmarked, [])).toMatchObject({ isStalled: true });
});
