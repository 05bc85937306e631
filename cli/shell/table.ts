import widthOf from 'string-width';

export type Cell = string | number;

const gap = '  ';

/**
 * Lays out a table by the columns that characters take on a terminal: texts to the left, numbers to the right. Where it is wider than `width`, each row becomes a block
 * of its own: its first cell, and below it what the others are. `emphasise` is given what heads the table, or a block.
 */
export function layOut(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
  emphasise: (heading: string) => string,
): readonly string[] {
  const widths = head.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(String(row[column] ?? ''))), widthOf(title)),
  );
  const needed = widths.reduce((sum, each) => sum + each, 0) + gap.length * (head.length - 1);
  if (needed > width) return blocks(head, rows, width, emphasise);
  const isNumeric = head.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const [first = '', ...others] = [head, ...rows].map((row) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        const space = widths[column] ?? 0;
        const padding = ' '.repeat(Math.max(0, space - widthOf(text)));
        return isNumeric[column] === true ? `${padding}${text}` : `${text}${padding}`;
      })
      .join(gap)
      .trimEnd(),
  );
  return [emphasise(first), ...others];
}

/** Labels on the left, texts on the right; a text that is too long goes on below itself, as far indented. */
export function layOutList(
  rows: readonly (readonly [label: string, text: string])[],
  width: number,
): readonly string[] {
  const space = Math.max(0, ...rows.map(([label]) => widthOf(label))) + gap.length;
  return rows.flatMap(([label, text]) => {
    const indent = text.length - text.trimStart().length;
    const lines = folded(text.trimStart(), width - space - indent);
    return lines.map((line, index) => {
      const shown = index === 0 ? label : '';
      return `${shown}${' '.repeat(space + indent - widthOf(shown))}${line}`;
    });
  });
}

/** Breaks a text between words so that no line is wider than `width`, as far as the words let it. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer) > width) lines.push(word);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}

function blocks(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
  emphasise: (heading: string) => string,
): readonly string[] {
  return rows.flatMap(([first = '', ...rest]) => [
    emphasise(String(first)),
    ...wrapped(
      rest.flatMap((cell, index) => (cell === '' ? [] : [`${head[index + 1] ?? ''} ${cell}`])),
      width,
    ),
  ]);
}

/** The parts with commas between them, indented, on as many lines as it takes. */
function wrapped(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? undefined : `${last}, ${part}`;
    if (longer !== undefined && widthOf(longer) < width) lines.splice(-1, 1, longer);
    else {
      if (last !== undefined) lines.splice(-1, 1, `${last},`);
      lines.push(`${gap}${part}`);
    }
  }
  return lines.flatMap((line) =>
    folded(line.trim(), width - gap.length).map((folding) => `${gap}${folding}`),
  );
}
