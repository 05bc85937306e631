export type Cell = string | number;

const gap = '  ';

/**
 * Lays out a table: texts to the left, numbers to the right. Where it is wider than `width`, each row becomes a block
 * of its own: its first cell, and below it what the others are.
 */
export function layOut(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const needed = widths.reduce((sum, each) => sum + each, 0) + gap.length * (head.length - 1);
  if (needed > width) return blocks(head, rows, width);
  const isNumeric = head.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        return isNumeric[column] === true
          ? text.padStart(widths[column] ?? 0)
          : text.padEnd(widths[column] ?? 0);
      })
      .join(gap)
      .trimEnd(),
  );
}

function blocks(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly string[] {
  return rows.flatMap(([first = '', ...rest]) => [
    String(first),
    ...wrapped(
      rest.map((cell, index) => `${head[index + 1] ?? ''} ${cell}`),
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
    if (longer !== undefined && longer.length < width) lines.splice(-1, 1, longer);
    else {
      if (last !== undefined) lines.splice(-1, 1, `${last},`);
      lines.push(`${gap}${part}`);
    }
  }
  return lines;
}
