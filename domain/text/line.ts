import * as z from 'zod';

/** One line of text of at most `most` characters, with something to read in it. */
export function lineSchema(most: number) {
  return z
    .string()
    .max(most, { error: `at most ${most} characters` })
    .regex(/\S/, { error: 'some text' })
    .refine(isOneLine, { error: 'text on one line, without control characters' });
}

/** As `lineSchema`, but a spreadsheet may have broken it into several lines. */
export function linesSchema(most: number) {
  return z
    .string()
    .max(most, { error: `at most ${most} characters` })
    .regex(/\S/, { error: 'some text' })
    .refine((text) => isOneLine(text.replaceAll(/[\t\r\n]/g, ' ')), {
      error: 'text without control characters',
    });
}

/** As `lineSchema`, or nothing. */
export function optionalLineSchema(most: number) {
  return z.union([z.literal(''), lineSchema(most)]);
}

/** The id of a customer or licence: it becomes a key and part of file names and mail ids. */
export const idSchema = z
  .string()
  .min(1, { error: 'an id' })
  .max(200, { error: 'an id of at most 200 characters' })
  .refine(isOneLine, { error: 'an id' })
  .refine((text) => text.trim() === text, { error: 'an id without spaces around it' });

/** No control characters, line separators, or signs that turn the direction of what follows. */
function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text) && text.isWellFormed();
}
