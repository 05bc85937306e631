/** A headline as the beginning of a sentence, with documents by the numbers that are printed on them. */
export function sentence(headline: string, numbers: ReadonlyMap<string, string>): string {
  const ids = [...numbers.keys()].toSorted((a, b) => b.length - a.length);
  let text = headline;
  for (const id of ids) text = withNumber(text, id, numbers.get(id) ?? id);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The id of a document ends in a number: that of another one may begin with it. */
function withNumber(text: string, id: string, number: string): string {
  const [first = '', ...others] = text.split(id);
  return others.reduce((written, rest) => `${written}${/^\d/.test(rest) ? id : number}${rest}`, first);
}
