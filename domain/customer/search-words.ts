import type { Customer } from './customer.ts';

/** Letters that Unicode does not take apart. */
const whole: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'a', œ: 'o', ł: 'l', đ: 'd', þ: 'th' };

/**
 * The words of a text as searches compare them: lower case, without accents, and `ae`, `oe`, `ue` as the vowel alone, so that
 * Müller, Mueller and muller are the same. What is neither a letter nor a digit parts words.
 */
export function searchWords(text: string): readonly string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßøæœłđþ]/g, (letter) => whole[letter] ?? letter)
    .replaceAll(/([aou])e/g, '$1');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A purchase order's number or a payment's id as searches compare it: letters and digits only, in lower case. */
export function foldedReference(text: string): string {
  return searchWords(text).join('');
}

/** What a customer is found by. */
const searchFields = ['name', 'mail', 'address', 'reference'] as const;
type SearchField = (typeof searchFields)[number];

/** An entry of the index: a word of a field and those around it, so that it is found by the word's beginning. */
export interface SearchEntry {
  readonly field: SearchField;
  /** The words of the text, from one of them on to the end and from the start again. */
  readonly phrase: string;
}

/** Most entries of a field: those of a customer before and after a change fit into one transaction. */
const mostOfField = 12;
const mostInPhrase = 100;

/** The entries by which a customer is found. */
export function searchEntriesOf(customer: Customer): readonly SearchEntry[] {
  return searchFields.flatMap((field) => {
    const ofEach = textsOf(customer, field).map((text) => rotations(searchWords(text)));
    const most = Math.max(0, ...ofEach.map(({ length }) => length));
    // The whole of each text first: who signs in is found by a whole address, also by the tenth of a customer.
    const phrases = new Set(
      Array.from({ length: most }, (_, from) =>
        ofEach.map((each) => each[from]).filter((phrase) => phrase !== undefined),
      ).flat(),
    );
    return [...phrases].slice(0, mostOfField).map((phrase) => ({ field, phrase }));
  });
}

/** Whether each word begins one of the customer's. */
export function isFoundBy(customer: Customer, words: readonly string[]): boolean {
  const own = searchFields.flatMap((field) => textsOf(customer, field)).flatMap(searchWords);
  return words.every((word) => own.some((each) => each.startsWith(word)));
}

function textsOf(customer: Customer, field: SearchField): readonly string[] {
  const { customerId, name, email, billingEmail, alsoEmail = [], alsoBillingEmail = [] } = customer;
  const { address = [], vatId, poNumber } = customer;
  switch (field) {
    case 'name':
      return [name];
    case 'mail':
      return given([email, billingEmail, ...alsoEmail, ...alsoBillingEmail]);
    case 'address':
      return address;
    case 'reference':
      return given([customerId, vatId, poNumber]);
  }
}

function given(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

/** Words side by side, as an entry of the index begins with them. */
export function phraseOf(words: readonly string[]): string {
  return words.join(' ').slice(0, mostInPhrase);
}

/** The words from each of them on: `north wind ltd`, `wind ltd north`, `ltd north wind`. */
export function rotations(words: readonly string[]): readonly string[] {
  return words.map((_, index) => phraseOf([...words.slice(index), ...words.slice(0, index)]));
}
