import * as z from 'zod';
import { isObject } from '../shared/json.ts';

/** A value as it is, what a text begins with, or whether there is one. */
type Wanted = string | number | { readonly prefix: string } | { readonly exists: boolean };

/** A pattern of EventBridge: at each of its leaves the values that an event may have there. */
export interface Pattern {
  readonly [member: string]: Pattern | readonly Wanted[];
}

const values = z.array(
  z.union([
    z.string(),
    z.number(),
    z.strictObject({ prefix: z.string() }),
    z.strictObject({ exists: z.boolean() }),
  ]),
);

const unknown =
  'the embedded cloud compares texts, their beginnings, numbers and whether there is a value only: add what else there is to local/eventbridge/pattern.ts';

/** Literal values, `prefix` and `exists`; patterns know more, such as `suffix` and `anything-but`. */
export const patternSchema: z.ZodType<Pattern> = z.lazy(() =>
  z.record(z.string(), z.union([values, patternSchema], { error: unknown })),
);

/** Whether an event has, at every leaf of the pattern, one of the values listed; of a list, one of its own is enough. */
export function matches(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    const found = isObject(event) ? event[name] : undefined;
    if (!isList(wanted)) return matches(wanted, found);
    const values: readonly unknown[] = Array.isArray(found) ? found : [found];
    return wanted.some((one) => values.some((value) => isWanted(one, value)));
  });
}

function isWanted(wanted: Wanted, value: unknown): boolean {
  if (typeof wanted !== 'object') return value === wanted;
  if ('exists' in wanted) return wanted.exists === (value !== undefined);
  return typeof value === 'string' && value.startsWith(wanted.prefix);
}

function isList(wanted: Pattern[string]): wanted is readonly Wanted[] {
  return Array.isArray(wanted);
}
