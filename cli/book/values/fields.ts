import * as z from 'zod';
import { civilDateSchema } from '../../../domain/calendar.ts';

/** The fields of a book: each takes a cell's text, and says in its error what it expects. */

const longestId = 200;

/** The id of a customer or licence. It becomes a key and part of file names. */
export const id = z
  .string()
  .regex(/^\P{Cc}+$/u, { error: 'an id' })
  .max(longestId, { error: `an id of at most ${longestId} characters` })
  .refine((text) => text.trim() === text, { error: 'an id without spaces around it' });

export const text = z.string().regex(/\S/, { error: 'some text' });

export const anyText = z.string();

export const date = civilDateSchema;

export const email = z.string().regex(/^[^\s\p{Cc}@<>,;"]+@[^\s\p{Cc}@<>,;"]+$/u, {
  error: 'one e-mail address such as office@example.com',
});

/** ISO 3166, as it is now: UK and lower case would silently go untaxed. */
export const country = z.string().refine(isCountry, { error: 'a country of ISO 3166 such as GB, DE or NZ' });

export const locale = z.string().refine(isLocale, { error: 'a locale of BCP 47 such as en-GB' });

export const yesNo = oneOf(['yes', 'no']).transform((answer) => answer === 'yes');

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** A whole number from 1 on. */
export function count(what: string, most: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error: `${what} as a whole number from 1 to ${most}` })
    .transform(Number)
    .refine((number) => number <= most, { error: `${what} as a whole number from 1 to ${most}` });
}

/** An empty cell is undefined. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((cell) => (cell === '' ? undefined : cell), schema.optional());
}

/** An empty cell means `value`. */
export function defaulting<Schema extends z.ZodType>(schema: Schema, value: string) {
  return z.preprocess((cell) => (cell === '' ? value : cell), schema);
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return false;
  const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  return isCurrent && regions.of(code) !== undefined;
}

function isLocale(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
