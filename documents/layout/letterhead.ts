import type { Block, Logo } from '../parts/sheet.ts';
import type { Element, Typesetter } from '../typesetting/typesetter.ts';
import { cell } from './cell.ts';
import type { Piece } from './paginate.ts';
import { area, styles } from './style.ts';

/** How wide the title may be. */
const titleWidth = area.width * 0.68;

type Letterhead = Extract<Block, { kind: 'letterhead' }>;

/** The title at the left, at the right the vendor's logo or, in its colour, its name. */
export function letterhead(setter: Typesetter, { title, vendor, colour, logo }: Letterhead): Piece {
  const left = cell(setter, title, styles.title, { width: titleWidth }, setter.element(setter.root, 'H1'));
  const right =
    logo === undefined
      ? name(setter, vendor, colour, setter.element(setter.root, 'P'))
      : picture(setter, logo, setter.picture(setter.root, vendor));
  return {
    height: Math.max(left.height, right.height),
    gap: 0,
    keepsWithNext: true,
    draw: (top) => {
      left.draw(area.left, top);
      right.draw(top);
    },
  };
}

function name(setter: Typesetter, vendor: string, colour: string, element: Element) {
  const box = { width: area.width - titleWidth - 12, align: 'right' } as const;
  const drawn = cell(setter, vendor, { ...styles.vendor, colour }, box, element);
  return {
    height: drawn.height,
    draw: (top: number) => {
      drawn.draw(area.right - box.width, top);
    },
  };
}

function picture(setter: Typesetter, logo: Logo, element: Element) {
  return {
    height: logo.height,
    draw: (top: number) => {
      setter.image(logo, area.right - logo.width, top, element);
    },
  };
}
