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
  expect(foldedReference('PO 4500/17')).toBe(foldedReference('po-4500-17'));
});

test('a customer with the most of everything has few enough entries to be exchanged in one transaction', () => {
  const words = (from: number) => Array.from({ length: 16 }, (_, index) => `w${from + index}`).join(' ');
  const full = { ...customer, name: words(0), address: [words(16), words(32)], vatId: words(48) };
  expect(searchEntriesOf(full).length).toBeLessThanOrEqual(48);
});
