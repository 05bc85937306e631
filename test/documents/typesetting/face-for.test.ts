import { expect, test } from 'vitest';
import { faceFor } from '../../../documents/typesetting/face-for.ts';
import type { HanForm } from '../../../documents/typesetting/han-form.ts';

/** The Han characters of a character set of two bytes, as a text has them when it is set: in form NFC. */
function hanOf(encoding: string): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const text = decoder.decode(Uint8Array.of(first, second)).normalize('NFC');
      if (/^[\u4e00-\u9fff]$/u.test(text)) found.add(text);
    }
  return [...found];
}

test.each<{ encoding: string; form: HanForm; most: number }>([
  { encoding: 'euc-kr', form: 'japanese', most: 4620 },
  { encoding: 'euc-jp', form: 'japanese', most: 6355 },
  { encoding: 'gb18030', form: 'simplified', most: 20_000 },
  // In browsers, and here, Big5 has the additions of Hong Kong.
  { encoding: 'big5', form: 'traditional', most: 13_000 },
])('every Han character of $encoding has a glyph', ({ encoding, form, most }) => {
  const characters = hanOf(encoding);
  expect(characters.length).toBeGreaterThanOrEqual(most);
  const missing = characters.filter((each) => faceFor(each, 'regular', form, undefined) === undefined);
  expect(missing).toEqual([]);
});
