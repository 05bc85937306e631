import type * as z from 'zod/mini';
import { Refusal } from '../operator/errors.ts';

/** A place in a list as it stands in an address. */
export function placeText(place: object | undefined): string | undefined {
  return place && Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that an address names; undefined for the beginning. Throws `Refusal` where it names none. */
export function placeFrom<Place>(schema: z.ZodMiniType<Place>, text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  const place = schema.safeParse(parsed(text));
  if (place.success) return place.data;
  throw new Refusal(
    `There is no place "${text.slice(0, 80)}" in this list. Open the list from its beginning.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
