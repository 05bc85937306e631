import { type Source, sourceOf } from '../../plans/published.ts';

/** A sentence about a plan, and where it comes from. */
export interface Statement {
  readonly text: string;
  readonly source: Source;
}

/** What a plan says about one subject. */
export interface Chapter {
  readonly heading: string;
  readonly statements: readonly Statement[];
}

/** Makes a sentence that rests on values of the plan, by their keys. */
export type Say = (keys: readonly string[], text: string) => Statement;

/** What is published only where all values are, and assumed where none is. */
export function sayOf(planId: string): Say {
  return (keys, text) => {
    const [first = 'assumed', ...others] = keys.map((key) => sourceOf(planId, key));
    return { text, source: others.every((other) => other === first) ? first : 'in-part' };
  };
}

/** `1 day`, `30 days`. */
export function countOf(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], last: 'and' | 'or'): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** `19 %`, with a no-break space. */
export function percentInWords(percent: number): string {
  return `${percent}\u00a0%`;
}

/** What a year costs as a share of the list price, by the years of a licence. */
export function ratesInWords(rates: readonly number[]): string {
  const last = rates.at(-1) ?? 0;
  if (rates.length === 1) return `A year costs ${percentInWords(last)} of the list price of what is in use.`;
  const falling = rates.map((rate, index) => `${percentInWords(rate)} in year ${index + 1}`);
  return `A year costs a share of the list price of what is in use: ${listOf(falling, 'and')}, and ${percentInWords(last)} from then on.`;
}
