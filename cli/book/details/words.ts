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
  const [, before = detail, rest = ''] = /^(|.*?\s)reason=(.*)$/su.exec(detail) ?? [];
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
