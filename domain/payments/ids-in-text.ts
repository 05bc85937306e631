import { idSchema } from '../text/id.ts';

/** Looking up more words than this costs more than it finds. */
const mostWords = 40;

/**
 * The words of a payer's text that can be the id of a licence or customer, of three signs at least: as they are written, and in
 * capitals.
 */
export function idsIn(text: string): readonly string[] {
  const words = text
    .split(/[\s,;:/()+]+/)
    .map((word) => word.replaceAll(/^[.'"#]+|[.'"]+$/g, ''))
    .filter((word) => word.length >= 3 && idSchema.safeParse(word).success)
    .slice(0, mostWords);
  return [...new Set(words.flatMap((word) => [word, word.toUpperCase()]))];
}
