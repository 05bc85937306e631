import { expect, it } from 'vitest';
import { activeImage } from '../../support/mail/plays.ts';
import { pagesOf, pdfOf, read } from '../../support/documents/papers.ts';

const play = activeImage().until('2026-01-13');

it('gives the same bytes for the same document, whatever was written before it', async () => {
  // Two letters that one glyph of the font stands for.
  const [jamo, letter] = [{ name: '\u1100' }, { name: '\u3131' }];
  const first = await pdfOf(play, 'L-1-Q1', jamo);
  expect((await pagesOf(await pdfOf(play, 'L-1-Q1', letter))).join()).toContain('To \u3131 United Kingdom');
  expect(await pdfOf(play, 'L-1-Q1', jamo)).toEqual(first);
});

it('declares itself a PDF/A-3a with the colours that it means, and embeds every font', async () => {
  const pdf = (await pdfOf(play, 'L-1-Q1', { name: '山田 😀 שלום' })).toString('latin1');
  expect(pdf).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  expect(pdf).toContain('/S /GTS_PDFA1');
  expect(pdf.match(/\/Type \/FontDescriptor/g)).toHaveLength(5);
  expect(pdf.match(/\/FontFile2 /g)).toHaveLength(5);
  expect(pdf).not.toContain('/Subtype /Type1');
});

it('is tagged, has a language, and a title to show', async () => {
  const document = await read(await pdfOf(play, 'L-1-Q1'));
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  expect((await document.getMetadata()).info).toMatchObject({
    Title: 'Quote TEST-2026-00001',
    Language: 'en',
    CreationDate: 'D:20260113000000Z',
  });
  const roles = JSON.stringify(await (await document.getPage(1)).getStructTree());
  for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD']) expect(roles).toContain(`"role":"${role}"`);
});
