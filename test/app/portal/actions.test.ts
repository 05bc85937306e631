import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseCustomer } from '../../../app/customers/erase-customer.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openPage, type Page, readerOf } from '../../support/portal/portal.ts';

let page: Page;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.cloud.stop());

/** A licence of a new customer with an open quote, and its number. */
async function quoted(customerId: string, more: Parameters<Page['customer']>[1] = {}) {
  const customer = await page.customer(customerId, more);
  const licenceId = await page.licenceOf(customer, netjapan, { coverEnds: '2026-03-31' });
  await page.runDay(netjapan, licenceId, '2026-01-30');
  const reader = readerOf(customerId);
  const { next } = await page.see(reader, '2026-02-01', 'licence', { licenceId });
  return { licenceId, reader, number: next.step === 'answer-quote' ? next.number : '' };
}

test('a quote is accepted with a purchase order, once however often the form is sent, in the name of the reader', async () => {
  const { licenceId, reader, number } = await quoted('ACCEPT', { poRequired: true });
  const withoutPo = await page.act(reader, '2026-02-01', 'accept-quote', { number, years: 2, by: 'Jo Doe' });
  expect(withoutPo).toMatchObject({ outcome: 'refused', refusal: { code: 'purchase-order-required' } });

  const form = { number, years: 2, by: 'Jo Doe', po: 'PO-4711' };
  const id = randomUUID();
  const first = await page.act(reader, '2026-02-01', 'accept-quote', form, id);
  expect(first).toMatchObject({ outcome: 'done', did: { licenceIds: [licenceId] } });
  const again = await page.act(reader, '2026-02-01', 'accept-quote', form, id);
  expect(again).toEqual({ ...first, outcome: 'already-done' });
  expect((await page.journal(licenceId)).filter((type) => type === 'InvoiceIssued')).toHaveLength(1);

  const [invoice = ''] = first.outcome === 'done' ? first.did.invoices : [];
  expect(await page.see(reader, '2026-02-01', 'invoice', { number: invoice })).toMatchObject({
    state: 'open',
    purchaseOrder: 'PO-4711',
  });
  const quote = await page.see(reader, '2026-02-01', 'quote', { number });
  expect(quote).toMatchObject({
    state: 'accepted',
    mayAccept: false,
    lines: [{ accepted: { on: '2026-02-01', years: 2, po: 'PO-4711', by: 'Jo Doe', invoice } }],
  });
  const { history } = await page.see(reader, '2026-02-01', 'licence', { licenceId });
  expect(history.find(({ event }) => event.type === 'QuoteAccepted')?.who).toBe(reader.address);
});

test('what another tab did meanwhile, or a quote that has expired, ends in a clear answer and in no second order', async () => {
  const { licenceId, reader, number } = await quoted('TABS');
  const declined = { number, reason: 'too dear' };
  await page.act(reader, '2026-02-01', 'decline-quote', declined);
  const late = await page.act(reader, '2026-02-01', 'accept-quote', { number, years: 1, by: 'Jo' });
  expect(late).toEqual({
    outcome: 'changed-meanwhile',
    now: { what: 'quote', number, state: 'declined' },
  });

  const expired = await quoted('EXPIRED');
  const form = { number: expired.number, years: 1, by: 'Jo' };
  expect(await page.act(expired.reader, '2026-04-02', 'accept-quote', form)).toMatchObject({
    outcome: 'changed-meanwhile',
    now: { what: 'quote', state: 'expired' },
  });
  for (const id of [licenceId, expired.licenceId])
    expect(await page.journal(id)).not.toContain('InvoiceIssued');
});

test('two tabs that accept at the same moment make one order', async () => {
  const { licenceId, reader, number } = await quoted('RACE');
  const results = await Promise.all(
    [1, 2, 3].map((years) => page.act(reader, '2026-02-01', 'accept-quote', { number, years, by: 'Jo' })),
  );
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual([
    'changed-meanwhile',
    'changed-meanwhile',
    'done',
  ]);
  expect((await page.journal(licenceId)).filter((type) => type === 'InvoiceIssued')).toHaveLength(1);
});

test('a form that is sent twice at the same moment is one acceptance, and both answers name it', async () => {
  const { licenceId, reader, number } = await quoted('DOUBLE');
  const form = { number, years: 1, by: 'Jo' };
  const id = randomUUID();
  const send = () => page.act(reader, '2026-02-01', 'accept-quote', form, id);
  const [one, other] = await Promise.all([send(), send()]);
  for (const result of [one, other])
    expect(result).toMatchObject({ did: { licenceIds: [licenceId], invoices: [expect.any(String)] } });
  expect((await page.journal(licenceId)).filter((type) => type === 'QuoteAccepted')).toHaveLength(1);
});

test('years that are not offered are refused by the rule, and the quote stays open', async () => {
  const { reader, number } = await quoted('YEARS');
  expect(await page.act(reader, '2026-02-01', 'accept-quote', { number, years: 9, by: 'Jo' })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'years-not-offered' },
  });
  expect((await page.see(reader, '2026-02-01', 'quote', { number })).mayAccept).toBe(true);
});

test('a cancellation takes effect on the day that the page named, or not at all', async () => {
  const customer = await page.customer('CANCELS');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  const reader = readerOf('CANCELS');
  const endsOn = civilDate('2026-06-30');
  expect(await page.act(reader, '2026-06-01', 'cancel-renewal', { licenceId, endsOn })).toEqual({
    outcome: 'changed-meanwhile',
    now: { what: 'end-of-cover', endsOn: '2027-06-30' },
  });
  expect(await page.journal(licenceId)).not.toContain('RenewalCancelled');
  expect(await page.act(reader, '2026-05-31', 'cancel-renewal', { licenceId, endsOn })).toEqual({
    outcome: 'done',
    did: { licenceId, endsOn },
  });
  expect((await page.act(reader, '2026-05-31', 'cancel-renewal', { licenceId, endsOn })).outcome).toBe(
    'already-done',
  );
  expect((await page.act(reader, '2026-05-31', 'resume-renewal', { licenceId })).outcome).toBe('done');
  expect((await page.act(reader, '2026-05-31', 'resume-renewal', { licenceId })).outcome).toBe(
    'already-done',
  );
});

test('a change is quoted and accepted, and modules are ordered at the price that the page named', async () => {
  const customer = await page.customer('CHANGES');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  const reader = readerOf('CHANGES');
  const { editions, modules } = await page.see(reader, '2026-03-10', 'changes', { licenceId });
  const edition = editions.find(({ can }) => can === 'be-quoted')?.edition ?? '';
  const asked = await page.act(reader, '2026-03-10', 'request-change', { licenceId, edition });
  const quote = (asked.outcome === 'done' && asked.did.quote) || '';
  const ordered = await page.act(reader, '2026-03-10', 'accept-change', { number: quote });
  expect(ordered).toMatchObject({ outcome: 'done', did: { licenceId } });

  const sku = modules[0]?.sku ?? '';
  const preview = await page.see(reader, '2026-03-11', 'modules-preview', { licenceId, skus: [sku] });
  const total = preview.price?.total ?? { amount: 0, currency: 'EUR' };
  const dearer = { ...total, amount: total.amount + 1 };
  expect(
    await page.act(reader, '2026-03-11', 'add-modules', { licenceId, skus: [sku], total: dearer }),
  ).toMatchObject({ outcome: 'changed-meanwhile', now: { what: 'price', price: { total } } });
  const added = await page.act(reader, '2026-03-11', 'add-modules', { licenceId, skus: [sku], total });
  expect(added).toMatchObject({ outcome: 'done' });
});

test('tickets are opened and closed, and remote access is granted and revoked', async () => {
  const customer = await page.customer('TICKETS');
  const licenceId = await page.licenceOf(customer, smartertools, { coverEnds: '2026-06-30' });
  const reader = readerOf('TICKETS');
  const opened = await page.act(reader, '2026-03-10', 'open-ticket', { licenceId, emergency: true });
  const ticketId = opened.outcome === 'done' && 'ticketId' in opened.did ? opened.did.ticketId : '';
  expect(opened).toMatchObject({ outcome: 'done', did: { invoice: expect.any(String) as unknown } });
  const form = { licenceId, ticketId };
  expect((await page.act(reader, '2026-03-10', 'grant-access', form)).outcome).toBe('done');
  expect((await page.act(reader, '2026-03-10', 'grant-access', form)).outcome).toBe('already-done');
  expect((await page.act(reader, '2026-03-10', 'revoke-access', form)).outcome).toBe('done');
  expect((await page.act(reader, '2026-03-10', 'close-ticket', form)).outcome).toBe('done');
  expect(await page.act(reader, '2026-03-10', 'close-ticket', form)).toMatchObject({
    refusal: { code: 'ticket-closed' },
  });
  const { tickets } = await page.see(reader, '2026-03-10', 'support', { licenceId });
  expect(tickets).toMatchObject([{ ticketId, terms: 'emergency', closedOn: '2026-03-10' }]);
});

test('the password of a published update is given to a covered licence, and shown to its own readers', async () => {
  const [product = ''] = vtube.updates?.products ?? [];
  const customer = await page.customer('UPDATES');
  const licenceId = await page.licenceOf(customer, vtube, { coverEnds: '2026-06-30', product });
  const reader = readerOf('UPDATES');
  expect(
    await page.act(reader, '2026-03-10', 'request-password', { licenceId, version: '9.9' }),
  ).toMatchObject({
    refusal: { code: 'no-such-update' },
  });
  const { UpdateStore } = await import('../../../adapters/dynamodb/updates/updates.ts');
  await new UpdateStore(page.documents, process.env).publish({
    planId: vtube.id,
    product,
    version: '5.1',
    publishedOn: civilDate('2026-03-01'),
  });
  const given = await page.act(reader, '2026-03-10', 'request-password', { licenceId, version: '5.1' });
  expect(given).toMatchObject({ outcome: 'done', did: { isGiven: true } });
  const { updates } = await page.see(reader, '2026-03-10', 'updates', { licenceId });
  expect(updates[0]?.password).toMatch(/^\w{5}-\w{5}-\w{5}$/);
});

test('details that a customer changes are recorded as its own, and its licences follow at once', async () => {
  const customer = await page.customer('EDITS');
  const licenceId = await page.licenceOf(customer, videoSma, { coverEnds: '2026-06-30' });
  const reader = readerOf('EDITS');
  const form = { set: { vatId: 'at u12345675', poNumber: 'PO-1' }, clear: [] };
  expect(await page.act(reader, '2026-03-10', 'edit-details', form)).toEqual({
    outcome: 'done',
    did: { customerId: 'EDITS', fields: ['vatId', 'poNumber'] },
  });
  const { licence } = await page.stored(licenceId);
  expect(licence.facts).toMatchObject({ hasVatId: true, poNumber: 'PO-1' });
  const [entry] = await page.portal.history.of('EDITS');
  expect(entry).toMatchObject({ type: 'edited', who: reader.address });
  expect(
    await page.act(reader, '2026-03-10', 'edit-details', { set: { vatId: 'none' }, clear: [] }),
  ).toMatchObject({ refusal: { code: 'not-a-value', field: 'vatId' } });
});

test('mails are stopped for all licences of the customer, and erasing it erases who asked for that', async () => {
  const customer = await page.customer('STOPS');
  const licenceId = await page.licenceOf(customer, videoSma, {
    coverEnds: '2025-12-31',
    registeredOn: '2026-01-02',
  });
  const reader = readerOf('STOPS');
  expect(await page.act(reader, '2026-03-10', 'stop-mails', {})).toEqual({
    outcome: 'done',
    did: { licenceIds: [licenceId] },
  });
  expect((await page.see(reader, '2026-03-10', 'mails', {})).licences).toMatchObject([
    { licenceId, stoppedOn: '2026-03-10' },
  ]);
  const read = async () => JSON.stringify(await page.portal.mailing.licences.loadWithHistory(licenceId));
  expect(await read()).toContain(reader.address);
  const request = {
    requestId: randomUUID(),
    who: 'arn',
    now: Date.parse('2026-03-11T12:00:00Z'),
    sendersTime: 0,
    fingerprint: 'f',
  };
  await eraseCustomer(page.portal, request, { kind: 'erase-customer', customerId: 'STOPS' });
  expect(await read()).not.toContain(reader.address);
});
