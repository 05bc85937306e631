import type { LicenceHistory } from '../../../adapters/dynamodb/licences/history.ts';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActionName } from '../../../app/portal/actions/inputs.ts';
import type { ViewName } from '../../../app/portal/portal.ts';
import type { Reader } from '../../../app/portal/reader.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openPage, type Page, readerOf, visitOf } from '../../support/portal/portal.ts';

let page: Page;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.cloud.stop());

const today = '2026-03-10';
const [product = ''] = vtube.updates?.products ?? [];

/** A customer with a licence of each kind, a quote, an invoice, a credit note and a ticket. */
interface Owner {
  readonly customerId: string;
  readonly licenceIds: readonly string[];
  readonly numbers: readonly string[];
  readonly ticketId: string;
}

async function owner(customerId: string, partnerId?: string): Promise<Owner> {
  const customer = await page.customer(customerId, { partnerId, poNumber: `PO-OF-${customerId}` });
  const own = (plan: Plan, coverEnds: string, more = {}) =>
    page.licenceOf(customer, plan, { coverEnds, licenceId: `${customerId}-${plan.id}`, ...more });
  const automatic = await own(videoSma, '2026-02-28');
  const quoted = await own(netjapan, '2026-04-30');
  const supported = await own(smartertools, '2026-12-31');
  const updated = await own(vtube, '2026-12-31', { product });
  await page.runDay(videoSma, automatic, '2026-02-28');
  await page.runDay(videoSma, automatic, '2026-03-01');
  await page.runDay(netjapan, quoted, '2026-03-01');
  const reader = readerOf(customerId);
  await page.act(reader, today, 'open-ticket', { licenceId: supported, emergency: false });
  const licenceIds = [automatic, quoted, supported, updated];
  const { documents } = await page.see(reader, today, 'documents', {});
  const { tickets } = await page.see(reader, today, 'support', { licenceId: supported });
  return {
    customerId,
    licenceIds,
    numbers: documents.map(({ number }) => number),
    ticketId: tickets[0]?.ticketId ?? '',
  };
}

/** Every view, of what another customer has. */
function viewsOf({ customerId, licenceIds, numbers }: Owner): readonly (readonly [ViewName, object])[] {
  const ofLicence: readonly ViewName[] = [
    'licence',
    'cancelling',
    'resuming',
    'changes',
    'modules-preview',
    'support',
    'updates',
  ];
  const ofNumber: readonly ViewName[] = ['quote', 'invoice', 'credit-note', 'document-file'];
  const ofCustomer: readonly ViewName[] = ['licences', 'documents', 'payments', 'mails'];
  return [
    ...licenceIds.flatMap((licenceId) => ofLicence.map((name) => [name, { licenceId, skus: [] }] as const)),
    ...numbers.flatMap((number) => ofNumber.map((name) => [name, { number, form: 'pdf' }] as const)),
    ...ofCustomer.map((name) => [name, { customerId }] as const),
  ];
}

/** Those that take nothing: they show the reader's own. */
const ownViews: readonly ViewName[] = ['licences', 'documents', 'payments', 'customer', 'mails', 'export'];

/** Every action, on what another customer has. */
function actionsOn({ licenceIds, numbers, ticketId }: Owner): readonly (readonly [ActionName, object])[] {
  const money = { amount: 1, currency: 'EUR' };
  return [
    ...numbers.flatMap((number) => [
      ['accept-quote', { number, years: 1, by: 'Eve', po: 'PO' }] as const,
      ['decline-quote', { number, reason: 'mine' }] as const,
      ['accept-change', { number }] as const,
    ]),
    ...licenceIds.flatMap((licenceId) => [
      ['request-quote', { licenceId }] as const,
      ['cancel-renewal', { licenceId, endsOn: civilDate('2027-02-28') }] as const,
      ['resume-renewal', { licenceId }] as const,
      ['request-change', { licenceId, edition: 'Enterprise' }] as const,
      ['add-modules', { licenceId, skus: ['X'], total: money }] as const,
      ['open-ticket', { licenceId, emergency: true }] as const,
      ['close-ticket', { licenceId, ticketId }] as const,
      ['grant-access', { licenceId, ticketId }] as const,
      ['revoke-access', { licenceId, ticketId }] as const,
      ['request-password', { licenceId, version: '5.1' }] as const,
      ['leave-announcements', { licenceId }] as const,
      ['join-announcements', { licenceId }] as const,
      ['stop-mails', { licenceId }] as const,
      ['resume-mails', { licenceId }] as const,
    ]),
  ];
}

/** Those that name nothing: they change the reader's own. */
const ownActions: readonly ActionName[] = [
  'stop-mails',
  'resume-mails',
  'stop-copies',
  'resume-copies',
  'edit-details',
];

function look(reader: Reader, name: ViewName, takes: object) {
  return page.view(reader, today, name, takes);
}

function doAs(reader: Reader, name: ActionName, input: object) {
  return page.act(reader, today, name, input, randomUUID());
}

/** All that is stored of a customer. */
async function stored({ customerId, licenceIds }: Owner): Promise<string> {
  const { mailing, history } = page.portal;
  const licences = await Promise.all(licenceIds.map((id) => mailing.licences.loadWithHistory(id)));
  return JSON.stringify([await mailing.customers.find(customerId), await history.of(customerId), licences]);
}

test('every view and every action is tried', () => {
  const one: Owner = { customerId: 'C', licenceIds: ['L'], numbers: ['N'], ticketId: 'T' };
  const views = new Set([...viewsOf(one).map(([name]) => name), ...ownViews]);
  const actions = new Set([...actionsOn(one).map(([name]) => name), ...ownActions]);
  expect([views.size, actions.size]).toEqual([17, 20]);
});

test('no customer sees or changes anything of another, whatever it asks for', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Reader['role']>('customer', 'partner'),
      // The other customer may have a partner, which is not this reader.
      fc.boolean(),
      fc.boolean(),
      async (role, hasPartner, isPrefix) => {
        count += 1;
        const [a, b] = isPrefix ? [`P${count}`, `P${count}X`] : [`A${count}`, `B${count}`];
        if (hasPartner) await page.customer(`R${count}`);
        const own = await owner(a);
        const other = await owner(b, hasPartner ? `R${count}` : undefined);
        const reader = readerOf(own.customerId, role);
        const before = await stored(other);
        for (const [name, takes] of viewsOf(other))
          expect([name, takes, await look(reader, name, takes)]).toEqual([name, takes, undefined]);
        for (const name of ownViews) {
          const seen = JSON.stringify(await look(reader, name, {}));
          for (const secret of [
            `"${b}"`,
            `@${b.toLowerCase()}.example`,
            ...other.licenceIds,
            ...other.numbers,
          ])
            expect([name, seen.includes(secret)]).toEqual([name, false]);
        }
        for (const [name, input] of actionsOn(other))
          expect([name, await doAs(reader, name, input)]).toEqual([name, { outcome: 'not-found' }]);
        for (const name of ownActions) await doAs(reader, name, { set: { poNumber: 'MINE' }, clear: [] });
        expect(await stored(other)).toBe(before);
      },
    ),
    { numRuns: 4 },
  );
}, 120_000);

test('what does not exist gets the same answer as what is another’s', async () => {
  const { customerId } = await owner('NOBODY');
  const none: Owner = {
    customerId: 'NONE',
    licenceIds: ['NONE-1'],
    numbers: ['SMA-2026-99999'],
    ticketId: 'T',
  };
  const reader = readerOf(customerId);
  for (const [name, takes] of viewsOf(none)) expect(await look(reader, name, takes)).toBeUndefined();
  for (const [name, input] of actionsOn(none))
    expect(await doAs(reader, name, input)).toEqual({ outcome: 'not-found' });
});

test('a partner sees what its customers have, and does for them only what costs them nothing', async () => {
  await page.customer('PARTNER');
  const theirs = await owner('THEIRS', 'PARTNER');
  const partner = readerOf('PARTNER', 'partner');
  const { groups } = await page.see(partner, today, 'licences', {});
  expect(groups.map(({ customerId, rights, licences }) => [customerId, rights, licences.length])).toEqual([
    ['PARTNER', 'own', 0],
    ['THEIRS', 'as-partner', 4],
  ]);
  // The same address without that role is a customer with nothing.
  expect((await page.see(readerOf('PARTNER'), today, 'licences', {})).groups).toHaveLength(1);
  expect(await look(readerOf('PARTNER'), 'licence', { licenceId: theirs.licenceIds[0] })).toBeUndefined();

  const [automatic = '', quoted = '', supported = ''] = theirs.licenceIds;
  const { next } = await page.see(partner, today, 'licence', { licenceId: quoted });
  const number = next.step === 'answer-quote' ? next.number : '';
  expect(await page.see(partner, today, 'quote', { number })).toMatchObject({
    mayAccept: false,
    mayDecline: false,
  });
  expect(await page.view(partner, today, 'mails', { customerId: 'THEIRS' })).toBeUndefined();
  expect((await page.see(partner, today, 'export', {}))['customer']).toMatchObject({ customerId: 'PARTNER' });

  const before = await stored(theirs);
  const endsOn = civilDate('2027-02-28');
  for (const result of [
    await doAs(partner, 'accept-quote', { number, years: 1, by: 'P' }),
    await doAs(partner, 'decline-quote', { number, reason: 'no' }),
    await doAs(partner, 'cancel-renewal', { licenceId: automatic, endsOn }),
    await doAs(partner, 'stop-mails', { licenceId: automatic }),
    await doAs(partner, 'open-ticket', { licenceId: supported, emergency: true }),
    await doAs(partner, 'grant-access', { licenceId: supported, ticketId: theirs.ticketId }),
  ])
    expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'not-for-partners' } });
  expect(await stored(theirs)).toBe(before);
  expect(await doAs(partner, 'request-quote', { licenceId: quoted })).toMatchObject({
    outcome: 'done',
    did: { quote: number, isSentAgain: true },
  });
  expect(await doAs(partner, 'open-ticket', { licenceId: supported, emergency: false })).toMatchObject({
    outcome: 'done',
  });
});

test('a licence that was transferred leaves its documents and its history with the customer it had', async () => {
  const from = await owner('SELLER');
  await page.customer('BUYER');
  const [automatic = ''] = from.licenceIds;
  const { documents } = await page.see(readerOf('SELLER'), today, 'licence', { licenceId: automatic });
  const number = documents[0]?.number ?? '';
  await page.activity(automatic, today, 'payment');
  const { applyToLicence } = await import('../../../app/commands/apply-to-licence.ts');
  const request = {
    requestId: randomUUID(),
    who: 'arn',
    now: visitOf(readerOf('X'), today).now,
    sendersTime: 0,
    fingerprint: 'f',
  };
  const note = { activity: 'note', note: 'asked for SELLER' } as const;
  const asked = { ...request, requestId: randomUUID() };
  await applyToLicence(page.portal.mailing.licences, asked, automatic, note);
  const terms = { country: 'DE', customerKind: 'end-user' } as const;
  const transfer = { activity: 'transfer', to: 'BUYER', terms, reason: 'sold by SELLER' } as const;
  await applyToLicence(page.portal.mailing.licences, request, automatic, transfer);

  expect(await page.view(readerOf('SELLER'), today, 'licence', { licenceId: automatic })).toBeUndefined();
  expect(await page.see(readerOf('SELLER'), today, 'invoice', { number })).toMatchObject({ state: 'paid' });
  expect(await page.view(readerOf('BUYER'), today, 'invoice', { number })).toBeUndefined();
  const bought = await page.see(readerOf('BUYER'), today, 'licence', { licenceId: automatic });
  expect(bought.history.map(({ event }) => event.type)).toEqual(['LicenceTransferred']);
  expect(bought.documents).toEqual([]);
  const exported = await page.see(readerOf('BUYER'), today, 'export', {});
  expect(exported).toMatchObject({ licences: [{ licenceId: automatic }] });
  const [licence] = exported['licences'] as readonly LicenceHistory[];
  expect(licence?.requests.map(({ requestId }) => requestId)).toEqual([request.requestId]);
  expect(licence?.mails.map(({ kind }) => kind)).toEqual(['transferred']);
  expect(licence?.outbox).toEqual(licence?.mails.map(({ mailId }) => mailId));
  const all = JSON.stringify([bought, exported]);
  expect(all.replaceAll(from.licenceIds[0] ?? '', '')).not.toMatch(/SELLER(?!-)(?! ?")/);
});
