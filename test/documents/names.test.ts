import { describe, expect, it } from 'vitest';
import { netjapanMaintenance } from '../../plans/netjapan-maintenance.ts';
import { activeImage } from '../mail/support/plays.ts';
import { Play } from '../support/play.ts';
import { pagesOf, pdfOf, read, wordsOf } from './support/papers.ts';

const quote = activeImage().until('2026-01-13');

describe('a name comes out as it is written', () => {
  it.each([
    ['with quotes, brackets and umlauts', 'Müller & "Söhne" <GmbH>'],
    ['in Greek and Cyrillic', 'Ελληνική Εταιρεία Производство'],
    ['in Japanese, Chinese and Korean', '株式会社 山田 数据公司 한국전자'],
    ['with emoji', 'Café 👩‍🔧😀 Ltd'],
    ['with accents that are written apart', 'Cafe\u0301 Zoë'.normalize('NFD')],
  ])('%s', async (_, name) => {
    expect(await wordsOf(quote, 'L-1-Q1', { name })).toContain(`To ${name.normalize('NFC')} United Kingdom`);
  });

  it('in Hebrew, in the order in which it is read', async () => {
    const words = await wordsOf(quote, 'L-1-Q1', { name: 'חברת (עולם) 12 Ltd' });
    expect(words).toContain('To 12 (עולם) חברת Ltd');
  });

  it('and what no font has is written as the replacement character, never as nothing', async () => {
    const words = await wordsOf(quote, 'L-1-Q1', { name: 'ไทย Ltd' });
    expect(words).toMatch(/To \ufffd+ Ltd/);
  });
});

it('breaks a name that is wider than its column, and shortens one that would fill the page', async () => {
  const words = await wordsOf(quote, 'L-1-Q1', { name: 'Donaudampfschifffahrt'.repeat(200) });
  expect(words).toContain('To Donaudampfschifffahrt');
  expect(words).toContain('… United Kingdom');
});

it('lets no name and no product add lines, markup, metadata or right-to-left order', async () => {
  const hostile = 'x</rdf:li>) /JS (alert)\r\nPay to: DE00\u202e\u2028<b>';
  const facts = { product: hostile, country: 'GB', purchasedOn: '2025-03-15' };
  const pdf = await pdfOf(new Play(netjapanMaintenance, facts).until('2026-01-13'), 'L-1-Q1', {
    name: hostile,
  });
  const [first] = await pagesOf(pdf);
  expect(first).toContain('To x</rdf:li>) /JS (alert) Pay to: DE00 <b> United Kingdom');
  expect(first).toContain('Product x</rdf:li>) /JS (alert) Pay to: DE00 <b> Maintenance plan');
  const document = await read(pdf);
  expect(await document.getJSActions()).toBeNull();
  expect((await document.getMetadata()).info).toMatchObject({ Title: 'Quote TEST-2026-00001' });
  expect(pdf.toString('latin1')).not.toContain('alert');
});
