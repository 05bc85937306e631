import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());

/** The mails of a licence in their order: subject, text, and the PDF that each brings along. */
async function mailsOf(licenceId: string) {
  const own = house.cloud.posted.filter(({ mailId }) => mailId.startsWith(`${licenceId}-`));
  return Promise.all(
    own.map(async ({ message }) => {
      const { subject, text, attachments } = await simpleParser(message);
      const pdf = attachments.find(({ contentType }) => contentType === 'application/pdf');
      return { subject, text, filename: pdf?.filename, pdf: pdf?.content };
    }),
  );
}

describe('an invoice', () => {
  test('goes out with its PDF, under its number; reminders of it bring the same bytes', async () => {
    const licenceId = await house.licence(videoSma, { coverEnds: '2026-02-28', registeredOn: '2026-02-01' });
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-30'])
      await house.runDay(videoSma, licenceId, day);
    const withPdf = (await mailsOf(licenceId)).filter(({ filename }) => filename !== undefined);
    expect(withPdf).toHaveLength(3);
    const [invoice] = withPdf;
    expect(invoice?.filename).toMatch(/^SMA-2026-\d{5}\.pdf$/);
    const number = invoice?.filename?.replace('.pdf', '') ?? '';
    for (const { subject, text, pdf } of withPdf) {
      expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf).toEqual(invoice?.pdf);
      expect(subject).toContain(number);
      expect(text).not.toContain(`${licenceId}-I1`);
    }
  });

  test('that was stored before a crash is not printed anew', async () => {
    const licenceId = await house.licence(videoSma, { coverEnds: '2026-05-31', registeredOn: '2026-05-01' });
    await house.runDay(videoSma, licenceId, '2026-05-31');
    await house.runDay(videoSma, licenceId, '2026-06-01', 'deliver-mail');
    const [issued] = (await house.post.licences.loadWithHistory(licenceId))?.history.documents ?? [];
    const number = issued?.number ?? '';
    await house.post.files.keep(`video-sma/2026/${number}.pdf`, Buffer.from('%PDF-kept'));
    await house.deliver(licenceId, '2026-06-01');
    const invoice = (await mailsOf(licenceId)).find(({ filename }) => filename === `${number}.pdf`);
    expect(invoice?.pdf?.toString()).toBe('%PDF-kept');
  });
});

test('an invoice as data goes out beside its PDF and is stored; reminders of it bring the same', async () => {
  const owner = { customerId: 'C-2', name: 'Liffey View Ltd', kind: 'end-user', email: 'it@liffey.example' };
  await house.post.customers.put(
    customerSchema.parse({ ...owner, country: 'DE', locale: 'en-IE', eInvoice: 'peppol' }),
  );
  const facts = { coverEnds: '2026-08-31', registeredOn: '2026-08-01', customerId: 'C-2' };
  const licenceId = await house.licence(videoSma, facts);
  for (const day of ['2026-08-31', '2026-09-01', '2026-10-01']) await house.runDay(videoSma, licenceId, day);
  const mails = house.cloud.posted.filter(({ mailId }) => mailId.startsWith(`${licenceId}-`));
  const files = await Promise.all(
    mails.map(async ({ message }) => {
      const { attachments } = await simpleParser(message);
      return attachments.find(({ contentType }) => contentType === 'application/xml');
    }),
  );
  const [issued, reminded] = files.filter((file) => file !== undefined);
  expect(issued?.filename).toMatch(/^SMA-2026-\d{5}\.xml$/);
  const xml = issued?.content.toString() ?? '';
  expect(xml).toContain(`<cbc:ID>${issued?.filename?.replace('.xml', '') ?? ''}</cbc:ID>`);
  expect(await house.post.files.find(`video-sma/2026/${issued?.filename ?? ''}`)).toEqual(issued?.content);
  expect(reminded?.content).toEqual(issued?.content);
});

test('a quote that is sent again brings the same document', async () => {
  const licenceId = await house.licence(netjapanMaintenance, { coverEnds: '2026-06-30' });
  await house.activity(licenceId, '2026-04-01', 'request-quote');
  await house.deliver(licenceId, '2026-04-01');
  await house.activity(licenceId, '2026-04-09', 'request-quote');
  await house.deliver(licenceId, '2026-04-09');
  const [first, second] = (await mailsOf(licenceId)).filter(({ filename }) => filename !== undefined);
  expect(first?.filename).toMatch(/^NJM-Q-2026-\d{5}\.pdf$/);
  expect(second?.filename).toBe(first?.filename);
  expect(second?.pdf).toEqual(first?.pdf);
});
