import { afterAll, beforeAll, expect, test } from 'vitest';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { openPage, type Page, readerOf } from '../../support/portal/portal.ts';

let page: Page;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.cloud.stop());

const day = '2026-03-10';
const coverEnds = '2026-06-30';

test('what is about licences of one vendor has its brand, and what is about those of several has none', async () => {
  const customer = await page.customer('BRANDS');
  await page.licenceOf(customer, videoSma, { coverEnds });
  const brands = async () => {
    const reader = readerOf('BRANDS');
    const views = [
      await page.see(reader, day, 'licences', {}),
      await page.see(reader, day, 'documents', {}),
      await page.see(reader, day, 'payments', {}),
      await page.see(reader, day, 'mails', {}),
      await page.see(reader, day, 'customer', {}),
    ];
    return views.map(({ branding }) => branding?.name);
  };
  expect(new Set(await brands())).toEqual(new Set([videoSma.vendor.name]));
  const other = await page.licenceOf(customer, netjapan, { coverEnds });
  expect(new Set(await brands())).toEqual(new Set([undefined]));
  const { branding } = await page.see(readerOf('BRANDS'), day, 'licence', { licenceId: other });
  expect(branding.name).toBe(netjapan.vendor.name);
});

test('a customer without licences sees the brand of no vendor', async () => {
  await page.customer('NOTHING');
  expect((await page.see(readerOf('NOTHING'), day, 'licences', {})).branding).toBeUndefined();
});

test('whoever is named as a partner is one, of whatever kind it is, and stops its own copies', async () => {
  await page.customer('SISTER', { kind: 'end-user' });
  const named = await page.customer('NAMES', { partnerId: 'SISTER' });
  const licenceId = await page.licenceOf(named, videoSma, { coverEnds });
  const reader = readerOf('SISTER', 'partner');
  const { groups } = await page.see(reader, day, 'licences', {});
  expect(groups.map(({ customerId, rights }) => [customerId, rights])).toEqual([
    ['SISTER', 'own'],
    ['NAMES', 'as-partner'],
  ]);
  expect((await page.see(reader, day, 'licence', { licenceId })).rights).toBe('as-partner');
  expect((await page.see(reader, day, 'mails', {})).copies).toEqual({ stoppedOn: undefined });
  expect((await page.act(reader, day, 'stop-copies', {})).outcome).toBe('done');

  const alone = readerOf('NAMES', 'partner');
  expect((await page.see(alone, day, 'mails', {})).copies).toBeUndefined();
  expect(await page.act(alone, day, 'stop-copies', {})).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'only-for-partners' },
  });
});

test('a partner goes through all its customers, each once', async () => {
  await page.customer('SELLER', { kind: 'reseller' });
  const ids = Array.from({ length: 23 }, (_, index) => `SOLD-${String(index).padStart(2, '0')}`);
  for (const id of ids) await page.customer(id, { partnerId: 'SELLER' });
  const seen: string[] = [];
  let afterCustomer: string | undefined;
  do {
    const view = await page.see(readerOf('SELLER', 'partner'), day, 'licences', { afterCustomer });
    seen.push(...view.groups.map(({ customerId }) => customerId));
    afterCustomer = view.nextCustomer;
  } while (afterCustomer !== undefined);
  expect(seen).toEqual(['SELLER', ...ids]);
});

test('a customer goes through 500 licences, each once, with all that belongs to them', async () => {
  const customer = await page.customer('MANY');
  const ids = Array.from({ length: 500 }, (_, index) => `MANY-${String(index).padStart(3, '0')}`);
  for (const licenceId of ids) await page.licenceOf(customer, videoSma, { licenceId, coverEnds });
  for (const name of ['licences', 'mails'] as const) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const view = await page.see(readerOf('MANY'), day, name, { after });
      const one = 'groups' in view ? view.groups[0] : view;
      expect(one?.licences).toHaveLength(50);
      seen.push(...(one?.licences ?? []).map(({ licenceId }) => licenceId));
      after = one?.next;
    } while (after !== undefined);
    expect(seen).toEqual(ids);
  }
}, 300_000);
