import { reasonSchema } from '../../../domain/text/reason.ts';

const reasonShape = /^(|.*?\s)reason=(.*)$/su;

/** The words of a detail: those that stand alone, those with a name, and the reason, which takes the rest of the line. */
export interface DetailWords {
  readonly plain: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  /** Unset where there is none, or nothing stands in it. */
  readonly reason: string | undefined;
}

/**
 * Parts a detail at its spaces; `names` are those that a word may have, as in `name=value`. Undefined where a name
 * comes twice or without a value.
 */
export function wordsOf(detail: string, names: readonly string[]): DetailWords | undefined {
  const [, before = detail, rest = ''] = reasonShape.exec(detail) ?? [];
  const plain: string[] = [];
  const named = new Map<string, string>();
  for (const word of before.split(/\s+/u).filter(Boolean)) {
    const name = names.find((each) => word.startsWith(`${each}=`));
    if (name === undefined) plain.push(word);
    else if (named.has(name) || word.length === name.length + 1) return undefined;
    else named.set(name, word.slice(name.length + 1));
  }
  const reason = rest.trim();
  return { plain, named, reason: reason === '' ? undefined : reason };
}

/**
 * The same where values may have spaces: a word without a name belongs to the named word before it.
 * @param empty whether a name may stand without a value
 */
export function phrasesOf(
  detail: string,
  names: readonly string[],
  empty: 'empty-refused' | 'empty-allowed' = 'empty-refused',
): Omit<DetailWords, 'reason'> | undefined {
  const [, before = detail] = reasonShape.exec(detail) ?? [];
  const plain: string[] = [];
  const named = new Map<string, string>();
  let last: string | undefined;
  for (const word of before.split(/\s+/u).filter(Boolean)) {
    const name = names.find((each) => word.startsWith(`${each}=`));
    if (name === undefined && last === undefined) plain.push(word);
    else if (name === undefined) named.set(last ?? '', `${named.get(last ?? '') ?? ''} ${word}`.trim());
    else if (named.has(name)) return undefined;
    else {
      named.set(name, word.slice(name.length + 1));
      last = name;
    }
  }
  if (empty === 'empty-refused' && [...named.values()].includes('')) return undefined;
  return { plain, named };
}

/** The reason at the end of a detail; undefined where there is none. */
export function reasonOf(detail: string): string | undefined {
  return reasonSchema.safeParse(reasonShape.exec(detail)?.[2]?.trim()).data;
}
