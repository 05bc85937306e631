import { afterAll, beforeAll, expect, test } from 'vitest';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { openPage, type Page, readerOf } from '../../support/portal/portal.ts';

let page: Page;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.cloud.stop());

test('a licence that renews by itself says when, until when it can be cancelled, and what the invoice will be', async () => {
  const customer = await page.customer('RENEW');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  const { groups } = await page.see(readerOf('RENEW'), '2026-03-10', 'licences', {});
  expect(groups).toMatchObject([{ customerId: 'RENEW', rights: 'own' }]);
  const [licence] = groups[0]?.licences ?? [];
  expect(licence).toMatchObject({
    licenceId,
    standing: { state: 'active', ends: '2026-06-30', renews: true },
    cover: { inForce: true, until: '2026-06-30' },
    next: { step: 'renews', on: '2026-07-01', lastDayToCancel: '2026-05-31', invoiceOn: '2026-07-01' },
  });
  // 18 % of 1,000.00 in the second year, and 19 % VAT.
  expect(licence?.next).toMatchObject({ price: { net: { amount: 180_00 }, total: { amount: 214_20 } } });
});

test('an invoice says how to pay it until it is paid, and is overdue after its last day', async () => {
  const customer = await page.customer('INVOICE');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-02-28' });
  await page.runDay(videoSma, licenceId, '2026-02-28');
  await page.runDay(videoSma, licenceId, '2026-03-01');
  const reader = readerOf('INVOICE');
  const { next, documents } = await page.see(reader, '2026-03-10', 'licence', { licenceId });
  const number = next.step === 'pay' ? next.number : '';
  expect(next).toMatchObject({ payBy: '2026-06-01', toPay: { amount: 214_20 }, isOverdue: false });
  expect(documents).toMatchObject([{ kind: 'invoice', number, state: 'open' }]);

  const open = await page.see(reader, '2026-03-10', 'invoice', { number });
  expect(open).toMatchObject({ state: 'open', toPay: { amount: 214_20 }, lapses: true });
  expect(open.howToPay).toMatchObject({ reference: number, amount: { amount: 214_20, currency: 'EUR' } });
  expect(open.howToPay?.epc).toContain(`EUR214.20\n\n\n${number}`);
  expect((await page.see(reader, '2026-06-02', 'invoice', { number })).state).toBe('overdue');

  const pdf = await page.see(reader, '2026-03-10', 'document-file', { number, form: 'pdf' });
  expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');

  await page.activity(licenceId, '2026-03-11', 'payment');
  const paid = await page.see(reader, '2026-03-12', 'invoice', { number });
  expect(paid).toMatchObject({ state: 'paid', paidOn: '2026-03-11', toPay: { amount: 0 } });
  expect(paid.howToPay).toBeUndefined();
  const { receipts } = await page.see(reader, '2026-03-12', 'payments', {});
  expect(receipts).toMatchObject([{ on: '2026-03-11', amount: { amount: 214_20 }, paid: [{ number }] }]);
});

test('a quote shows its options, and the history of its licence names it by its number', async () => {
  const customer = await page.customer('QUOTE', { poRequired: true });
  const licenceId = await page.licenceOf(customer, netjapan, { coverEnds: '2026-03-31' });
  const reader = readerOf('QUOTE');
  expect((await page.see(reader, '2026-01-10', 'licence', { licenceId })).next).toMatchObject({
    step: 'quote-comes',
    on: '2026-01-30',
  });
  await page.runDay(netjapan, licenceId, '2026-01-30');
  const { next } = await page.see(reader, '2026-02-01', 'licence', { licenceId });
  const number = next.step === 'answer-quote' ? next.number : '';
  const open = await page.see(reader, '2026-02-01', 'quote', { number });
  expect(open).toMatchObject({
    state: 'open',
    kind: 'renewal',
    validUntil: '2026-03-31',
    purchaseOrder: { isRequired: true },
    mayAccept: true,
  });
  expect(open.options.map(({ years, cover }) => [years, cover?.kind])).toEqual([
    [1, 'period'],
    [2, 'period'],
    [3, 'period'],
  ]);
  expect((await page.see(reader, '2026-04-01', 'quote', { number })).state).toBe('expired');

  await page.activity(licenceId, '2026-02-02', 'cancel');
  await page.activity(licenceId, '2026-02-02', 'resume');
  const { history } = await page.see(reader, '2026-02-02', 'licence', { licenceId });
  expect(history.map(({ event }) => event.type)).toEqual([
    'RenewalResumed',
    'RenewalCancelled',
    'ReminderIssued',
    'QuoteIssued',
    'TermStarted',
    'LicenceRegistered',
  ]);
  expect(history.find(({ event }) => event.type === 'QuoteIssued')?.number).toBe(number);
});

test('cancelling says on which day it takes effect and what ends then, and resuming what comes next', async () => {
  const customer = await page.customer('CANCEL');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  const reader = readerOf('CANCEL');
  const inTime = await page.see(reader, '2026-05-31', 'cancelling', { licenceId });
  expect(inTime.effect).toMatchObject({
    endsOn: '2026-06-30',
    noticeUntil: '2026-05-31',
    isLate: false,
    softwareMayBeUsed: true,
  });
  expect(inTime.effect?.losesBenefits.length).toBeGreaterThan(0);
  const late = await page.see(reader, '2026-06-01', 'cancelling', { licenceId });
  expect(late.effect).toMatchObject({ endsOn: '2027-06-30', isLate: true });

  expect((await page.see(reader, '2026-05-31', 'resuming', { licenceId })).refusal?.code).toBe(
    'not-cancelled',
  );
  await page.activity(licenceId, '2026-05-31', 'cancel');
  expect((await page.see(reader, '2026-05-31', 'cancelling', { licenceId })).refusal?.code).toBe(
    'already-cancelled',
  );
  expect((await page.see(reader, '2026-05-31', 'resuming', { licenceId })).next).toMatchObject({
    step: 'renews',
    on: '2026-07-01',
  });
});

test('changes are offered at the prices of the day, and support as the plan gives it', async () => {
  const customer = await page.customer('CHANGE');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  const changes = await page.see(readerOf('CHANGE'), '2026-03-10', 'changes', { licenceId });
  expect(changes.editions.map(({ can }) => can)).toContain('be-quoted');
  const [module] = changes.modules;
  expect(module?.price?.total.amount).toBeGreaterThan(0);
  const preview = await page.see(readerOf('CHANGE'), '2026-03-10', 'modules-preview', {
    licenceId,
    skus: changes.modules.map(({ sku }) => sku),
  });
  expect(preview.price?.net.amount).toBe(
    changes.modules.reduce((sum, { price }) => sum + (price?.net.amount ?? 0), 0),
  );

  const supported = await page.licenceOf(customer, smartertools, { coverEnds: '2026-06-30' });
  await page.activity(supported, '2026-03-10', 'ask-term');
  const support = await page.see(readerOf('CHANGE'), '2026-03-10', 'support', { licenceId: supported });
  expect(support).toMatchObject({
    standard: { terms: 'free' },
    emergency: { isOffered: true, net: { amount: 299_00 }, respondWithinHours: 1, isRefundable: false },
    hasRemoteAccess: true,
  });
  expect(await page.view(readerOf('CHANGE'), '2026-03-10', 'support', { licenceId })).toBeUndefined();
});

test('the running term that is still to be invoiced comes first', async () => {
  const customer = await page.customer('JANUARY');
  const licenceId = await page.licenceOf(customer, smartNet, {
    coverEnds: '2025-12-31',
    registeredOn: '2025-12-01',
  });
  await page.runDay(smartNet, licenceId, '2025-12-31');
  const { next } = await page.see(readerOf('JANUARY'), '2026-01-02', 'licence', { licenceId });
  expect(next).toMatchObject({ step: 'invoice-comes', on: '2026-01-15', price: { net: { amount: 480_00 } } });
});

test('a customer sees its data, and what is stored about it is written out whole', async () => {
  const customer = await page.customer('DATA', { vatId: 'DE123456789', poNumber: 'PO-7' });
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  expect(await page.see(readerOf('DATA'), '2026-03-10', 'customer', {})).toMatchObject({
    name: 'DATA Ltd',
    vatId: 'DE123456789',
    poNumber: 'PO-7',
    branding: { name: videoSma.vendor.name },
  });
  expect(await page.see(readerOf('DATA'), '2026-03-10', 'export', {})).toMatchObject({
    customer: { customerId: 'DATA' },
    licences: [{ licenceId, planId: videoSma.id }],
  });
});
