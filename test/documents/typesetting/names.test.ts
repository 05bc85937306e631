import { describe, expect, it } from 'vitest';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { activeImage } from '../../support/mail/plays.ts';
import { Play } from '../../support/application/play.ts';
import { pagesOf, pdfOf, read, wordsOf } from '../../support/documents/papers.ts';

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

  it.each([
    ['zh-TW', 'TW', 'TC'],
    ['zh-HK', 'GB', 'TC'],
    ['zh-Hant', 'US', 'TC'],
    ['en-GB', 'MO', 'TC'],
    ['zh-CN', 'DE', 'SC'],
    ['zh', 'TW', 'SC'],
    ['en-GB', 'SG', 'SC'],
    ['ja-JP', 'CN', 'JP'],
    ['en-GB', 'GB', 'JP'],
  ])(
    'with Han characters in the forms of its locale %s, else of its country %s: Noto Sans %s',
    async (...given) => {
      const [locale, country, font] = given;
      const pdf = (await pdfOf(quote, 'L-1-Q1', { name: '骨直角 臺灣', locale, country })).toString('latin1');
      const fonts = ['TC', 'SC', 'JP'].filter((form) => new RegExp(`NotoSans${form}-Regular`).test(pdf));
      expect(fonts).toEqual([font]);
    },
  );

  it('with characters of Japan that older fonts lack', async () => {
    expect(await wordsOf(quote, 'L-1-Q1', { name: '髙﨑𠮷野商店' })).toContain(
      'To 髙﨑𠮷野商店 United Kingdom',
    );
  });

  it('in Hebrew, its words, numbers and brackets in the order in which they are read', async () => {
    const words = await wordsOf(quote, 'L-1-Q1', { name: 'חברת (עולם) 12 Ltd' });
    expect(words).toMatch(/To 12 .עולם. חברת Ltd/);
  });

  it('and what no font has is written as the replacement character, never as nothing', async () => {
    const words = await wordsOf(quote, 'L-1-Q1', { name: '𓀀𓁐 Ltd' });
    expect(words).toMatch(/To \ufffd+ Ltd/);
  });
});

/** What a quote for a customer of this name says, without spaces: readers see some between letters that move. */
async function lettersOf(name: string): Promise<string> {
  return (await wordsOf(quote, 'L-1-Q1', { name })).normalize('NFC').replaceAll(' ', '');
}

describe('a name comes out letter by letter, however its script joins, stacks and orders them', () => {
  it.each([
    ['Arabic', 'شركة البرمجيات'],
    ['Armenian', 'Հայաստան ՍՊԸ'],
    ['Bengali', 'বাংলাদেশ লিমিটেড ক্ষুদ্র'],
    ['Canadian syllabics', 'ᐃᓄᒃᑎᑐᑦ'],
    ['Devanagari', 'टाटा कन्सल्टन्सी हिन्दी क्षत्रिय'],
    ['Ethiopic', 'የኢትዮጵያ ሶፍትዌር'],
    ['Georgian', 'საქართველო'],
    ['Gujarati', 'ગુજરાતી કંપની'],
    ['Gurmukhi', 'ਪੰਜਾਬੀ ਕੰਪਨੀ'],
    ['Hebrew', 'חברת תוכנה'],
    ['Kannada', 'ಕನ್ನಡ ಸಂಸ್ಥೆ ಶ್ರೀಕೃಷ್ಣ'],
    ['Khmer', 'ក្រុមហ៊ុន ភាសាខ្មែរ'],
    ['Lao', 'ບໍລິສັດ ລາວ'],
    ['Malayalam', 'മലയാളം കമ്പനി'],
    ['Myanmar', 'မြန်မာ ကုမ္ပဏီ'],
    ['Oriya', 'ଓଡ଼ିଆ କମ୍ପାନୀ'],
    ['Sinhala', 'සිංහල ශ්‍රී ලංකා'],
    ['Tamil', 'தமிழ்நாடு நிறுவனம் கொண்டு'],
    ['Telugu', 'తెలుగు సంస్థ'],
    ['Thai', 'บริษัท ไทยซอฟต์แวร์ ที่นี่'],
    ['Tibetan', 'བོད་ཡིག'],
  ])('%s', async (_, name) => {
    const letters = await lettersOf(name);
    for (const word of name.normalize('NFC').split(' ')) expect(letters).toContain(word);
    expect(letters).not.toContain('\ufffd');
  });

  it('and its digits stay in order', async () => {
    expect(await lettersOf('شركة ٢٠٢٦')).toContain('٢٠٢٦');
    expect(await lettersOf('شرکت ۱۴۰۵')).toContain('۱۴۰۵');
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

it('keeps what follows a product that is read from right to left out of it', async () => {
  const plan = { ...smartNetUserGroup, price: { kind: 'flat', perYear: { תוכנה: 480_00 } } } as const;
  const facts = { product: 'תוכנה', country: 'NZ', installedOn: '2024-10-01', coverEnds: '2024-12-31' };
  const play = new Play(plan, facts);
  const words = await wordsOf(play.on('2026-03-02', 'request-quote'), 'L-1-Q1');
  expect(words).toContain('Maintenance of תוכנה, 1 January 2025 to 31 December 2025');
});
