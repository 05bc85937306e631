import type { Code } from '../parts/sheet.ts';
import type { Typesetter } from '../typesetting/typesetter.ts';
import { cell } from './cell.ts';
import type { Piece } from './paginate.ts';
import { area, styles } from './style.ts';

/** 26 mm, and the light modules around it that readers need (ISO 18004). */
const side = 74;
const quietModules = 4;

/** A QR code at the left margin, and at its right what it is for. */
export function codePiece(setter: Typesetter, { modules, text, alt }: Code): Piece {
  const module = side / modules.length;
  const left = area.left + side + 2 * quietModules * module;
  const width = area.width - (left - area.left);
  const picture = setter.picture(setter.root, alt);
  const words = cell(setter, text, styles.text, { width }, setter.element(setter.root, 'P'));
  return {
    height: side,
    gap: quietModules * module,
    keepsWithNext: false,
    draw: (top) => {
      setter.code(modules, module, area.left, top, picture);
      words.draw(left, top + (side - words.height) / 2);
    },
  };
}
