import * as z from 'zod';
import { isObject } from '../json.ts';

/** A pattern of EventBridge: at each of its leaves the values that an event may have there. */
export interface Pattern {
  readonly [member: string]: Pattern | readonly (string | number)[];
}

const values = z.array(z.union([z.string(), z.number()]));

const unknown =
  'the embedded cloud compares texts and numbers only: add what else there is to local/events/pattern.ts';

/** Only literal values; patterns know more, such as `prefix` and `anything-but`. */
export const patternSchema: z.ZodType<Pattern> = z.lazy(() =>
  z.record(z.string(), z.union([values, patternSchema], { error: unknown })),
);

/** Whether an event has, at every leaf of the pattern, one of the values listed; of a list, one of its own is enough. */
export function matches(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    const found = isObject(event) ? event[name] : undefined;
    if (!isList(wanted)) return matches(wanted, found);
    const values: readonly unknown[] = Array.isArray(found) ? found : [found];
    return wanted.some((value) => values.includes(value));
  });
}

function isList(wanted: Pattern[string]): wanted is readonly (string | number)[] {
  return Array.isArray(wanted);
}
