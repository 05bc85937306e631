import { oncePerKey } from './once.ts';

const conjunctions = oncePerKey((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));
const disjunctions = oncePerKey((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }));

/** Lists all of `items` as a language does, such as "a, b and c". @param tag a locale of BCP 47 */
export function allOf(tag: string, items: readonly string[]): string {
  return conjunctions(tag).format(items);
}

/** Lists `items` to choose from as a language does, such as "1, 2 or 3". @param tag a locale of BCP 47 */
export function oneOf(tag: string, items: readonly unknown[]): string {
  return disjunctions(tag).format(items.map(String));
}
