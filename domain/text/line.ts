import * as z from 'zod/mini';

/** A letter, digit, sign or picture: marks, spaces and invisible characters alone say nothing. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line of text of at most `most` characters, with something to read in it. */
export function lineSchema(most: number) {
  return z
    .string()
    .check(
      z.maxLength(most, { error: `at most ${most} characters` }),
      z.regex(visible, { error: 'some text' }),
      z.refine(isOneLine, { error: 'text on one line, without control characters' }),
    );
}

/** As `lineSchema`, but a spreadsheet may have broken it into several lines. */
export function linesSchema(most: number) {
  return z.string().check(
    z.maxLength(most, { error: `at most ${most} characters` }),
    z.regex(visible, { error: 'some text' }),
    z.refine((text) => isOneLine(text.replaceAll(/[\t\r\n]/g, ' ')), {
      error: 'text without control characters',
    }),
  );
}

/** As `lineSchema`, or nothing. */
export function optionalLineSchema(most: number) {
  return z.union([z.literal(''), lineSchema(most)]);
}

/** No control characters, line separators, or signs that turn the direction of what follows. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text) && text.isWellFormed();
}
