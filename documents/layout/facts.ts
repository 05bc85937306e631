import type { Fact } from '../parts/sheet.ts';
import { cell, tallest } from './cell.ts';
import type { Piece } from './paginate.ts';
import { area, styles } from './style.ts';
import type { Typesetter } from '../typesetting/typesetter.ts';

interface Placing {
  /** Where values begin, from the left margin, and how wide they may be. */
  readonly labelWidth: number;
  readonly gap: number;
  /** All that there is for both columns. */
  readonly width: number;
}

/** Labels and their values in two columns, all on one page. */
export function factPieces(setter: Typesetter, facts: readonly Fact[], { labelWidth, gap, width }: Placing) {
  const table = setter.element(setter.root, 'Table');
  return facts.map(({ label, value }, index): Piece => {
    const row = setter.element(table, 'TR');
    const cells = [
      cell(setter, label, styles.label, { width: labelWidth - 8 }, setter.element(row, 'TH', 'Row')),
      cell(setter, value, styles.text, { width: width - labelWidth }, setter.element(row, 'TD')),
    ];
    return {
      height: tallest(cells),
      gap: index === 0 ? gap : 0,
      keepsWithNext: index < facts.length - 1,
      draw: (top) => {
        cells.forEach((each, column) => {
          each.draw(area.left + column * labelWidth, top);
        });
      },
    };
  });
}
