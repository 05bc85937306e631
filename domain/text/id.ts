import * as z from 'zod/mini';
import { isOneLine } from './line.ts';

/** Most characters of an id as `escapedId` writes it. A mail's id adds an event number and a kind; an SES tag has 256. */
export const longestEscapedId = 200;

/** The id of a customer or licence: it becomes a key and part of file names and mail ids (docs/rules.md §15.3). */
export const idSchema = z.string().check(
  z.minLength(1, { error: 'an id' }),
  z.refine(isOneLine, { error: 'an id', abort: true }),
  z.refine((text) => escapedId(text).length <= longestEscapedId, {
    error: `an id of at most ${longestEscapedId} letters, digits and hyphens (each byte of any other character counts 3)`,
  }),
  z.refine((text) => text.trim() === text, { error: 'an id without spaces around it' }),
);

/** Whether a text can be an id: what cannot names nothing, and no table is asked for it. */
export function isId(text: string): boolean {
  return idSchema.safeParse(text).success;
}

/** An id in letters, digits, `-` and `_`: any other byte of it is `_` and two hexadecimal digits. Throws on half a character. */
export function escapedId(id: string): string {
  return encodeURIComponent(id)
    .replaceAll(/[_.!~*'()]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '_');
}

/** The id that `escapedId` wrote; undefined where it wrote none such. */
export function unescapedId(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped.replaceAll('_', '%'));
  } catch {
    return undefined;
  }
}
