import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBy } from '../../../domain/licence/sharing.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { openPage, type Page, readerOf } from '../../support/portal/portal.ts';

let page: Page;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.cloud.stop());

/** Licences of a customer that wants everything together, with one open quote for all of them. */
async function quotedTogether(customerId: string, count: number, partnerId?: string) {
  const customer = await page.customer(customerId, { together: true, partnerId });
  const ids = Array.from({ length: count }, (_, index) => `${customerId}-${String(index).padStart(3, '0')}`);
  for (const licenceId of ids)
    await page.licenceOf(customer, netjapan, { licenceId, coverEnds: '2026-03-31' });
  await page.runDayOf(netjapan, customerId, ids, '2026-01-30');
  const reader = readerOf(customerId);
  const { documents } = await page.see(reader, '2026-02-01', 'documents', {});
  return { ids, reader, documents, number: documents[0]?.number ?? '' };
}

const sum = (amounts: readonly { readonly amount: number }[]) =>
  amounts.reduce((total, { amount }) => total + amount, 0);

test('a shared quote is accepted for the licences that are chosen; the others stay open, and the invoice is for those', async () => {
  const { ids, reader, documents, number } = await quotedTogether('SHARE', 4);
  expect(documents).toMatchObject([{ kind: 'quote', state: 'open', licenceIds: ids }]);
  const quote = await page.see(reader, '2026-02-01', 'quote', { number });
  expect(quote.lines.map(({ licenceId }) => licenceId)).toEqual(ids);
  for (const [index, { price }] of quote.options.entries())
    expect(price.total.amount).toBe(
      sum(quote.lines.flatMap(({ options }) => options[index]?.price.total ?? [])),
    );

  const [first = '', second = '', ...others] = ids;
  const chosen = { number, years: 2, by: 'Jo Doe', po: 'PO-1', licences: [first, second] };
  const accepted = await page.act(reader, '2026-02-01', 'accept-quote', chosen);
  expect(accepted).toMatchObject({
    outcome: 'done',
    did: { licenceIds: [first, second], invoices: [expect.any(String)] },
  });
  const invoiceNumber = accepted.outcome === 'done' ? (accepted.did.invoices[0] ?? '') : '';

  const after = await page.see(reader, '2026-02-01', 'quote', { number });
  expect(after).toMatchObject({ state: 'open', mayAccept: true });
  expect(after.lines.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'open', 'open']);
  expect(sum(after.options.map(({ price }) => price.total))).toBe(
    sum(quote.lines.slice(2).flatMap(({ options }) => options.map(({ price }) => price.total))),
  );

  const invoice = await page.see(reader, '2026-02-01', 'invoice', { number: invoiceNumber });
  expect(invoice).toMatchObject({ state: 'open', purchaseOrder: 'PO-1' });
  expect(invoice.lines.map(({ licenceId }) => licenceId)).toEqual([first, second]);
  const expected = quote.lines.slice(0, 2).flatMap(({ options }) => options[1]?.price.total ?? []);
  expect(invoice.price.total.amount).toBe(sum(expected));
  expect(invoice.toPay.amount).toBe(sum(expected));
  expect(invoice.howToPay?.amount.amount).toBe(sum(expected));

  const again = await page.act(reader, '2026-02-01', 'accept-quote', { ...chosen, licences: [first] });
  expect(again).toMatchObject({ outcome: 'changed-meanwhile', now: { what: 'quote', state: 'accepted' } });
  expect(
    await page.act(reader, '2026-02-01', 'accept-quote', { ...chosen, licences: ['OTHER'] }),
  ).toMatchObject({
    outcome: 'not-found',
  });
  await page.act(reader, '2026-02-02', 'decline-quote', { number, reason: 'not these' });
  const declined = await page.see(reader, '2026-02-02', 'quote', { number });
  expect(declined.state).toBe('accepted');
  expect(declined.lines.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'declined', 'declined']);
  for (const id of others) expect(await page.journal(id)).not.toContain('InvoiceIssued');
});

test('a shared invoice is paid line by line: what is open is the sum of what the lines still owe', async () => {
  const { ids, reader, number } = await quotedTogether('PAYS', 3);
  const accepted = await page.act(reader, '2026-02-01', 'accept-quote', { number, years: 1, by: 'Jo' });
  const invoiceNumber = accepted.outcome === 'done' ? (accepted.did.invoices[0] ?? '') : '';
  const see = (day: string) => page.see(reader, day, 'invoice', { number: invoiceNumber });
  const whole = await see('2026-02-01');
  expect(whole.lines.map(({ licenceId }) => licenceId)).toEqual(ids);
  await page.activity(ids[0] ?? '', '2026-02-10', 'payment');
  const part = await see('2026-02-10');
  expect(part.state).toBe('partly-paid');
  expect(part.lines.map(({ state }) => state)).toEqual(['paid', 'open', 'open']);
  expect(part.toPay.amount).toBe(sum(part.lines.map(({ toPay }) => toPay)));
  expect(part.toPay.amount).toBe(whole.toPay.amount - whole.lines[0].price.total.amount);
  expect(part.howToPay).toMatchObject({ amount: { amount: part.toPay.amount }, reference: invoiceNumber });
  const rows = async (day: string) =>
    (await page.see(reader, day, 'documents', {})).documents.filter((row) => row.number === invoiceNumber);
  expect(await rows('2026-02-10')).toMatchObject([
    {
      state: 'partly-paid',
      total: { amount: whole.price.total.amount },
      toPay: { amount: part.toPay.amount },
    },
  ]);
  for (const id of ids.slice(1)) await page.activity(id, '2026-02-12', 'payment');
  expect(await see('2026-02-12')).toMatchObject({
    state: 'paid',
    paidOn: '2026-02-12',
    toPay: { amount: 0 },
  });
  expect(await rows('2026-02-12')).toMatchObject([{ state: 'paid', toPay: { amount: 0 } }]);
});

test('a document that 120 licences share is one row, with all of them, though a page shows fifty licences', async () => {
  const { ids, reader, number } = await quotedTogether('PAGES', 120);
  const quote = await page.see(reader, '2026-02-01', 'quote', { number });
  expect(quote.lines).toHaveLength(120);
  const rows = [];
  let after: string | undefined;
  do {
    const view = await page.see(reader, '2026-02-01', 'documents', { after });
    rows.push(...view.documents);
    after = view.next;
  } while (after !== undefined);
  expect(rows).toMatchObject([{ number, licenceIds: ids }]);
  const cheapest = Math.min(...quote.options.map(({ price }) => price.total.amount));
  expect(rows[0]?.total.amount).toBe(cheapest);
}, 300_000);

test('the licences that share a mail are shown to their customer and its partner, and to nobody else', async () => {
  await page.customer('SELLS', { kind: 'reseller' });
  const { ids } = await quotedTogether('LIST', 3, 'SELLS');
  await page.licenceOf(await page.customer('LIST-OTHER'), netjapan, { coverEnds: '2026-03-31' });
  const events = await page.post.licences.events(ids[0] ?? '');
  const shared = events.flatMap((event) => sharedBy(event) ?? [])[0] ?? { licenceId: '', version: 1 };
  for (const reader of [readerOf('LIST'), readerOf('SELLS', 'partner')]) {
    const { groups } = await page.see(reader, '2026-02-01', 'licences', { shared });
    expect(groups).toMatchObject([{ customerId: 'LIST', licences: ids.map((licenceId) => ({ licenceId })) }]);
  }
  for (const reader of [readerOf('LIST-OTHER'), readerOf('SELLS'), readerOf('LIST-OTHER', 'partner')])
    expect(await page.view(reader, '2026-02-01', 'licences', { shared })).toBeUndefined();
  const none = { licenceId: ids[0] ?? '', version: 99 };
  expect(await page.view(readerOf('LIST'), '2026-02-01', 'licences', { shared: none })).toBeUndefined();
});
