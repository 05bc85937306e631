/** Between the signs of a number in a payment's text: banks break lines, and payers write as they like. */
const gap = String.raw`[\s\-–—./_:#]*`;

/**
 * The printed numbers that a payer's text has, in the order of the text and each once. Case, and spaces and dashes within a number,
 * do not matter: `snug 2026 00001` is SNUG-2026-00001.
 * @param prefixes what numbers begin with, such as SNUG and SNUG-Q
 */
export function printedNumbersIn(text: string, prefixes: readonly string[]): readonly string[] {
  const found = new Map<number, string>();
  // Of two prefixes that fit at one place the longer is meant.
  for (const prefix of prefixes.toSorted((a, b) => b.length - a.length)) {
    for (const { index, groups = {} } of text.matchAll(numberAfter(prefix))) {
      const { year = '', count = '' } = groups;
      if (!found.has(index)) found.set(index, `${prefix}-${digitsOf(year)}-${digitsOf(count)}`);
    }
  }
  const inOrder = [...found].toSorted(([a], [b]) => a - b).map(([, number]) => number);
  return [...new Set(inOrder)];
}

/** Five digits with anything between them, and more only where they follow at once: what comes after a space is another number. */
function numberAfter(prefix: string): RegExp {
  const letters = prefix.replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(/./gu, (sign) => `${sign}${gap}`);
  const digits = (count: number) => Array.from({ length: count }, () => String.raw`\d`).join(gap);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${letters}(?<year>${digits(4)})${gap}(?<count>${digits(5)}\d{0,5})`,
    'giu',
  );
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
