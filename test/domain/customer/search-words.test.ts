import { expect, test } from 'vitest';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import {
  foldedReference,
  isFoundBy,
  rotations,
  searchEntriesOf,
  searchWords,
} from '../../../domain/customer/search-words.ts';

const customer: Customer = customerSchema.parse({
  customerId: 'C-1',
  name: 'Müller & Söhne GmbH',
  kind: 'end-user',
  email: 'einkauf@mueller.example',
  country: 'AT',
  locale: 'de-AT',
  address: ['Hauptstraße 12', '1010 Wien'],
  poNumber: '4500-17',
});

test.each([
  ['Müller', 'muller'],
  ['MUELLER', 'muller'],
  ['Hauptstraße', 'hauptstrasse'],
  ['Ærø Łódź', 'aro lodz'],
  ['O’Brien-Smith', 'o brien smith'],
  ['accounts@north.example', 'accounts north example'],
  ['株式会社', '株式会社'],
  [' – ', ''],
])('%j is compared as %j', (text, words) => {
  expect(searchWords(text).join(' ')).toBe(words);
});

test('a word that begins another still does so when both are folded', () => {
  for (const word of ['Mueller', 'Queen', 'Äußerst', 'blue', 'Goethe', 'Straße']) {
    const [whole = ''] = searchWords(word);
    for (let letters = 1; letters <= word.length; letters += 1)
      expect(whole.startsWith(searchWords(word.slice(0, letters)).join(''))).toBe(true);
  }
});

test('each word of a name leads to the whole name from there on and around', () => {
  expect(rotations(['north', 'wind', 'ltd'])).toEqual(['north wind ltd', 'wind ltd north', 'ltd north wind']);
  const names = searchEntriesOf(customer).filter(({ field }) => field === 'name');
  expect(names.map(({ phrase }) => phrase)).toEqual([
    'muller sohne gmbh',
    'sohne gmbh muller',
    'gmbh muller sohne',
  ]);
});

test.each([
  ['gmbh mueller', true],
  ['wien haupt', true],
  ['einkauf@mueller.example', true],
  ['4500', true],
  ['muller linz', false],
])('the customer is found by %j: %j', (text, isFound) => {
  expect(isFoundBy(customer, searchWords(text))).toBe(isFound);
});

test('an order number is the same with other signs between its parts', () => {
  expect(['PO 4500/17', 'po-4500-17'].map(foldedReference)).toEqual(['po450017', 'po450017']);
});

test('a customer with the most of everything has few enough entries to be exchanged in one transaction', () => {
  const words = (from: number) => Array.from({ length: 16 }, (_, index) => `w${from + index}`).join(' ');
  const full = { ...customer, name: words(0), address: [words(16), words(32)], vatId: words(48) };
  expect(searchEntriesOf(full).length).toBeLessThanOrEqual(48);
});

test('a customer is found by each of its addresses and numbers, and a field that it has not has no entries', () => {
  const bare: Customer = { ...customer, address: undefined, poNumber: undefined };
  const phrases = (of: Customer, field: string) =>
    searchEntriesOf(of).flatMap((entry) => (entry.field === field ? [entry.phrase] : []));
  expect(phrases(bare, 'address')).toEqual([]);
  expect(phrases(bare, 'reference')).toEqual(['c 1', '1 c']);
  expect(phrases(bare, 'mail')).toHaveLength(3);
  const more = {
    ...bare,
    billingEmail: 'a@b.example',
    alsoEmail: ['c@d.example'],
    alsoBillingEmail: ['e@f.example'],
  };
  expect(phrases(more, 'mail')).toEqual(
    expect.arrayContaining(['a b example', 'c d example', 'e f example', 'einkauf muller example']),
  );
  expect(phrases({ ...bare, vatId: 'ATU12345675' }, 'reference')).toContain('atu12345675');
});

test('an entry has the first hundred characters', () => {
  const [entry] = searchEntriesOf({ ...customer, name: `${'a'.repeat(98)} bcd` });
  expect(entry?.phrase).toBe(`${'a'.repeat(98)} b`);
});
