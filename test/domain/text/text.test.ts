import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapedId, idSchema, isId, unescapedId } from '../../../domain/text/id.ts';
import { lineSchema, linesSchema, optionalLineSchema } from '../../../domain/text/line.ts';

const whyNot = (schema: typeof idSchema, text: string) => schema.safeParse(text).error?.issues[0]?.message;

describe('an id (§15.3)', () => {
  it('has at most 200 letters, digits and hyphens; each byte of any other character counts 3', () => {
    const most = 'a'.repeat(200);
    expect(isId(most)).toBe(true);
    expect(whyNot(idSchema, `${most}a`)).toMatch(/at most 200 .* counts 3/);
    expect(isId('ü'.repeat(33))).toBe(true);
    expect(isId('ü'.repeat(34))).toBe(false);
    expect(isId(`${'a'.repeat(197)}_`)).toBe(true);
    expect(isId(`${'a'.repeat(198)}_`)).toBe(false);
  });

  it('is not empty, and has no control characters and no spaces around it', () => {
    expect(whyNot(idSchema, '')).toBe('an id');
    expect(whyNot(idSchema, 'A\n1')).toBe('an id');
    expect(whyNot(idSchema, ' A-1')).toMatch(/without spaces around it/);
    expect(isId('North 1')).toBe(true);
  });

  it('is written in letters, digits, hyphens and underscores, each of its own, and read back', () => {
    expect(escapedId('A_1.ü')).toBe('A_5F1_2E_C3_BC');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        const escaped = escapedId(id);
        expect(escaped).toMatch(/^[\w-]*$/);
        expect(unescapedId(escaped)).toBe(id);
      }),
    );
  });

  it('is nothing where a text is not an id that was written so', () => {
    expect(unescapedId('A_ZZ')).toBeUndefined();
  });
});

describe('a line', () => {
  it('has at most so many characters, and something to read', () => {
    expect(lineSchema(5).safeParse('Ærø 1').success).toBe(true);
    expect(lineSchema(5).safeParse('+').success).toBe(true);
    expect(whyNot(lineSchema(5), 'abcdef')).toBe('at most 5 characters');
    for (const nothing of ['', '  ', '\u00AD\u200B'])
      expect(whyNot(lineSchema(5), nothing)).toBe('some text');
  });

  it.each(['a\nb', 'a\tb', 'a\u0007b', 'a\u2028b', 'a\u202Eb', 'a\u2066b', 'a\uD800b'])(
    'is not %j: a control character, a sign that turns the direction, or half a character',
    (text) => {
      expect(whyNot(lineSchema(5), text)).toMatch(/one line, without control characters/);
    },
  );

  it('may be several where a spreadsheet broke it, still without other control characters', () => {
    expect(linesSchema(9).safeParse('a\r\nb\tc').success).toBe(true);
    expect(whyNot(linesSchema(9), 'a\u0007b')).toBe('text without control characters');
    expect(whyNot(linesSchema(2), 'abc')).toBe('at most 2 characters');
    expect(whyNot(linesSchema(2), '\n')).toBe('some text');
  });

  it('can be left out where it may', () => {
    expect(optionalLineSchema(2).safeParse('').success).toBe(true);
    expect(optionalLineSchema(2).safeParse('ab').success).toBe(true);
    expect(optionalLineSchema(2).safeParse('abc').success).toBe(false);
  });
});
