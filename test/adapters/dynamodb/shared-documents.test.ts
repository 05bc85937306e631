import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SharedHeads } from '../../../adapters/dynamodb/sharing/shared-head.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import type { LicenceChange } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { retryOnConflict } from '../../../adapters/dynamodb/table/retry.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { register } from '../../../domain/licence/register.ts';
import { runDay } from '../../../domain/licence/run-pass.ts';
import { sharedBy } from '../../../domain/licence/sharing.ts';
import { mailKindsOf } from '../../../mail/kinds/index.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { ServiceError } from '../../../local/shared/service-error.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';
import { factsOf } from '../../support/application/play.ts';

let cloud: TestCloud;
/** As a run opens them: a store of its own for each call of a step. */
let open: () => LicenceStore;

beforeAll(async () => {
  cloud = await openCloud();
  const documents = documentClient();
  open = () =>
    new LicenceStore(documents, process.env, mailKindsOf).puttingTogether({ occasion: '', all: false });
});
afterAll(() => cloud.stop());

const day = '2026-02-01';

/** A licence whose first charge a run is to invoice on that day. */
async function toInvoice(licenceId: string, customerId: string, together = true): Promise<LicenceChange> {
  const facts = factsOf(plan, { licenceId, customerId, installedOn: day, registeredOn: day, together });
  const before = await open().commit(plan, undefined, register(plan, facts));
  return { plan, before, events: runDay(plan, before.licence, civilDate(day)) };
}

/** A turn in the register that its holder does not end is over after 150 ms. */
const fastClock = () => Date.now() * 20;

function commit(changes: readonly LicenceChange[], clock = fastClock): Promise<void> {
  return open().commitTogether(changes, clock);
}

/** The number of the licence's invoice, where its mail lies, and the mails that wait with the licence itself. */
async function stateOf(licenceId: string) {
  const loaded = await open().loadWithHistory(licenceId);
  const issued = loaded?.history.events.find(({ event }) => event.type === 'InvoiceIssued');
  const shared = issued && sharedBy(issued.event);
  return { number: issued?.number, shared, mails: loaded?.stored.outbox ?? [] };
}

async function licencesOn(licenceId: string): Promise<readonly string[]> {
  const { shared } = await stateOf(licenceId);
  const lines = shared === undefined ? [] : await open().sharedLines.of(shared);
  return lines.map((line) => line.licenceId);
}

test('two transactions of a run make one invoice, and the first licence has the mail', async () => {
  const [one, two, three] = [
    await toInvoice('A-1', 'C-A'),
    await toInvoice('A-2', 'C-A'),
    await toInvoice('A-3', 'C-A'),
  ];
  await commit([one, two]);
  await commit([three]);
  const [first, second, third] = await Promise.all(['A-1', 'A-2', 'A-3'].map(stateOf));
  expect(first?.number).toBe('SNUG-2026-00001');
  expect([second?.number, third?.number]).toEqual(['SNUG-2026-00001', 'SNUG-2026-00001']);
  expect(third?.shared).toEqual(first?.shared);
  expect(first?.mails).toHaveLength(1);
  expect([second?.mails, third?.mails]).toEqual([[], []]);
  expect(await licencesOn('A-3')).toEqual(['A-1', 'A-2', 'A-3']);
  expect(await open().idOf('SNUG-2026-00001')).toBe('A-1');
});

test('the next document has the next number, and other customers share nothing with it', async () => {
  const [own, other, alone] = [
    await toInvoice('B-1', 'C-B'),
    await toInvoice('B-2', 'C-OTHER'),
    await toInvoice('B-3', 'C-B', false),
  ];
  await commit([own, other, alone]);
  const states = await Promise.all(['B-1', 'B-2', 'B-3'].map(stateOf));
  expect(states.map(({ number }) => number)).toEqual([
    'SNUG-2026-00002',
    'SNUG-2026-00003',
    'SNUG-2026-00004',
  ]);
  expect(states.map(({ mails }) => mails.length)).toEqual([1, 1, 1]);
  expect(states[2]?.shared).toBeUndefined();
});

test('a licence that is done after the mail was written gets another document, which further ones join', async () => {
  const changes = [];
  for (const licenceId of ['D-1', 'D-2', 'D-3']) changes.push(await toInvoice(licenceId, 'C-D'));
  const [one, two, three] = changes;
  if (one === undefined || two === undefined || three === undefined) throw new Error('there are three');
  await commit([one]);
  const { shared, number } = await stateOf('D-1');
  if (shared === undefined) throw new Error('it shares');
  expect(await open().sharedLines.toWrite(shared)).toEqual([{ licenceId: 'D-1', version: 3 }]);
  await commit([two]);
  await commit([three]);
  expect(await licencesOn('D-1')).toEqual(['D-1']);
  expect(await licencesOn('D-3')).toEqual(['D-2', 'D-3']);
  expect((await stateOf('D-2')).number).not.toBe(number);
  expect((await stateOf('D-2')).mails).toHaveLength(1);
  // What is written again has the same lines.
  expect(await open().sharedLines.toWrite(shared)).toHaveLength(1);
});

test('what is written while others join has every licence that names it', async () => {
  for (let round = 1; round <= 8; round += 1) {
    const customerId = `C-E${round}`;
    const ids = [1, 2, 3].map((count) => `E-${round}-${count}`);
    const [first, ...others] = await Promise.all(ids.map((licenceId) => toInvoice(licenceId, customerId)));
    if (first === undefined) throw new Error('there are three');
    await commit([first]);
    const { shared } = await stateOf(ids[0] ?? '');
    if (shared === undefined) throw new Error('it shares');
    const [written] = await Promise.all([
      retryOnConflict(() => open().sharedLines.toWrite(shared)),
      ...others.map((change) => retryOnConflict(() => commit([change]))),
    ]);
    const naming = [];
    for (const licenceId of ids) {
      const state = await stateOf(licenceId);
      expect(state.number).toBeDefined();
      if (JSON.stringify(state.shared) === JSON.stringify(shared)) naming.push(licenceId);
    }
    expect(written.map(({ licenceId }) => licenceId)).toEqual(naming);
  }
});

test('whoever joins a document gives its turn back: the next one waits for nobody', async () => {
  const [first, joins, next] = [
    await toInvoice('T-1', 'C-T'),
    await toInvoice('T-2', 'C-T'),
    await toInvoice('T-3', 'C-NEXT'),
  ];
  await commit([first]);
  let asked = 0;
  /** Time stands still, so that no turn is over by itself; whoever waits for one asks again and again. */
  const clock = () => {
    asked += 1;
    if (asked > 4) throw new Error('somebody waits for a turn');
    return 0;
  };
  await commit([joins], clock);
  await commit([next], clock);
  const states = await Promise.all(['T-1', 'T-2', 'T-3'].map(stateOf));
  expect(states[1]?.number).toBe(states[0]?.number);
  expect(states[2]?.number).not.toBe(states[0]?.number);
});

test('a head that a transaction is writing is sealed a little later', async () => {
  const heads = new SharedHeads(documentClient(), process.env);
  const key = { series: 'together#plan#C-SEALED', first: `${day}#invoice` };
  const shared = { licenceId: 'S-1', version: 1 };
  await documentClient().send(new PutCommand(heads.joining(key, { shared, number: undefined }, undefined)));
  let conflicts = 0;
  cloud.beforeDynamo = (operation) => {
    if (operation !== 'PutItem' || conflicts === 2) return Promise.resolve();
    conflicts += 1;
    return Promise.reject(
      new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item'),
    );
  };
  await heads.seal(key, shared);
  expect(conflicts).toBe(2);
  expect(await heads.find(key)).toMatchObject({ sealed: true });
});
