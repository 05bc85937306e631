import { charactersOf } from './runs.ts';

/** The width of a text, in points. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into lines of at most `width` points: after spaces and hyphens, within a word only where it is wider
 * than a line. Gives at most `most` lines; the last then ends in an ellipsis.
 */
export function linesOf(text: string, width: number, measure: Measure, most = Infinity): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (longer: string) => measure(longer.trimEnd()) <= width;
  for (const word of text.split(/(?<=[ -])/u)) {
    const pieces = fits(word) ? [word] : charactersOf(word);
    for (const piece of pieces) {
      if (line !== '' && !fits(line + piece)) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
    if (lines.length > most) break;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${shortened(lines[most - 1] ?? '', width, measure)}…`];
}

function shortened(line: string, width: number, measure: Measure): string {
  const characters = [...charactersOf(line)];
  while (characters.length > 0 && measure(`${characters.join('')}…`) > width) characters.pop();
  return characters.join('');
}
