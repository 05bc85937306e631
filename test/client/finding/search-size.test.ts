import { expect, test } from 'vitest';
import { Search } from '../../../client/finding/search.ts';
import { GeneratedTables } from '../../support/client/generated-tables.ts';

/** What each text finds first, in a table of any size. */
const texts: readonly (readonly [text: string, first: string])[] = [
  ['firma000077', 'C-77'],
  ['GmbH Firma000077 David', ''],
  ['gmbh firma000077 clara', 'C-77'],
  ['desk@firma000077.example', 'C-77'],
  ['Wien GmbH', 'any'],
  ['gmbh', 'any'],
  ['SN-0000077', 'SN-0000077'],
  ['SN-00000', 'SN-0000000'],
  ['SNUG-2026-00077', 'SN-0000077'],
  ['po-77', 'SN-0000077'],
  ['sn-00000', 'SN-0000000'],
  ['sn-0000077', 'SN-0000077'],
  ['C-77', 'C-77'],
  ['nobody-1', ''],
];

/** Those that are looked for as the beginning of an id, as they are and in capitals. */
const idsInSmallLetters = ['sn-00000', 'nobody-1'];

async function measured(licences: number) {
  const tables = new GeneratedTables(licences);
  const figures = new Map<
    string,
    { readonly first: string; readonly requests: number; readonly bytes: number }
  >();
  for (const [text] of texts) {
    Object.assign(tables, { requests: 0, bytes: 0 });
    const { found } = await new Search(tables.deployment).for(text);
    const [first] = found;
    const named =
      first === undefined ? '' : 'licenceId' in first ? first.licenceId : first.customer.customerId;
    figures.set(text, { first: named, requests: tables.requests, bytes: tables.bytes });
  }
  return figures;
}

test('a search among a million licences makes no more requests than among ten thousand, and reads a bounded part', async () => {
  const few = await measured(10_000);
  const many = await measured(1_000_000);
  for (const [text, first] of texts) {
    const [small, large] = [few.get(text), many.get(text)];
    if (first !== 'any') expect(large?.first, text).toBe(first);
    expect(large?.requests, text).toBeLessThanOrEqual(idsInSmallLetters.includes(text) ? 15 : 10);
    expect(large?.bytes, text).toBeLessThan(400_000);
    // Words that have become frequent are looked for side by side too.
    expect(large?.requests, text).toBeLessThanOrEqual((small?.requests ?? 0) + 1);
  }
}, 120_000);
