import type { Code } from '../parts/sheet.ts';
import type { Typesetter } from '../typesetting/typesetter.ts';
import { cell } from './cell.ts';
import { factPieces } from './facts.ts';
import type { Piece } from './paginate.ts';
import { area, styles } from './style.ts';

/** 26 mm, and the light modules around it that readers need (ISO 18004). */
const side = 74;
const quietModules = 4;

/** Facts at the left with a text below them, and at the right margin the QR code that says the same. */
export function codePiece(setter: Typesetter, { facts, modules, text, alt }: Code): Piece {
  const module = side / modules.length;
  const width = area.width - side - 2 * quietModules * module;
  const rows = factPieces(setter, facts, { labelWidth: 130, gap: 0, width });
  const words = cell(setter, text, styles.text, { width }, setter.element(setter.root, 'P'));
  const picture = setter.picture(setter.root, alt);
  const rowsHeight = rows.reduce((sum, { height }) => sum + height, 0);
  const gap = 5;
  return {
    height: Math.max(side, rowsHeight + gap + words.height),
    gap: 10,
    keepsWithNext: false,
    draw: (top) => {
      let below = top;
      for (const row of rows) {
        row.draw(below);
        below += row.height;
      }
      words.draw(area.left, below + gap);
      setter.code(modules, module, area.right - side, top, picture);
    },
  };
}
