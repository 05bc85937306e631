import * as z from 'zod/mini';
import { givenDateSchema } from '../../domain/calendar.ts';
import { countrySchema, localeSchema } from '../../domain/customer/country.ts';
import { emailAddressSchema } from '../../domain/customer/email-address.ts';
import { idSchema } from '../../domain/text/id.ts';
import { lineSchema, linesSchema, optionalLineSchema } from '../../domain/text/line.ts';

/** The fields of a book: each takes a cell's text, and says in its error what it expects. */

/** The id of a customer or licence. */
export const id = idSchema;

const longestText = 200;

export const text = lineSchema(longestText);

export const anyText = optionalLineSchema(longestText);

/** What may hold a reason in words. */
export const longText = optionalLineSchema(1000);

export const date = givenDateSchema;

export const email = emailAddressSchema;

export const country = countrySchema;

export const locale = localeSchema;

export const yesNo = z.pipe(
  oneOf(['yes', 'no']),
  z.transform((answer) => answer === 'yes'),
);

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** A whole number from 1 on. */
export function count(what: string, most: number) {
  return z
    .pipe(
      z.string().check(z.regex(/^[1-9]\d{0,8}$/, { error: `${what} as a whole number from 1 to ${most}` })),
      z.transform(Number),
    )
    .check(z.refine((number) => number <= most, { error: `${what} as a whole number from 1 to ${most}` }));
}

/** A name, which a spreadsheet may have broken into lines. */
export const name = linesSchema(longestText);

/** An empty cell is undefined. */
export function optional<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.transform((cell) => (cell === '' ? undefined : cell)),
    z.optional(schema),
  );
}

/** An empty cell means `value`. */
export function defaulting<Schema extends z.ZodMiniType>(schema: Schema, value: string) {
  return z.pipe(
    z.transform((cell) => (cell === '' ? value : cell)),
    schema,
  );
}
