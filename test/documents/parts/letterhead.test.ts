import { expect, it } from 'vitest';
import { activeImage, videoSystem } from '../../support/mail/plays.ts';
import { pagesOf, pdfOf, read } from '../../support/documents/papers.ts';

it('has the logo that goes with mails, and says in words what it shows', async () => {
  const pdf = await pdfOf(videoSystem().until('2026-03-15'), 'L-1-I1', { locale: 'de-DE', country: 'DE' });
  expect(pdf.toString('latin1')).toContain('/Subtype /Image');
  const page = await (await read(pdf)).getPage(1);
  const structure = JSON.stringify(await page.getStructTree());
  expect(structure).toMatch(/"role":"Figure","alt":"Video SMA"|"alt":"Video SMA"/);
});

it('has the name of a vendor without a logo', async () => {
  const pdf = await pdfOf(activeImage().until('2026-01-13'), 'L-1-Q1');
  expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
  expect((await pagesOf(pdf))[0]).toContain('Quote TEST-2026-00001 NetJapan Quote number');
});
