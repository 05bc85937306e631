import type { Sheet } from '../parts/sheet.ts';
import { paginate } from './paginate.ts';
import { piecesOf } from './pieces.ts';
import { area, styles } from './style.ts';
import type { EmbeddedFile } from '../typesetting/embedded-file.ts';
import { Typesetter } from '../typesetting/typesetter.ts';

/** A document as a PDF/A-3a, tagged, with its fonts and perhaps a file in it: the same bytes for the same sheet. */
export async function print(sheet: Sheet, file?: EmbeddedFile): Promise<Buffer> {
  const setter = new Typesetter(sheet);
  const pieces = sheet.blocks.flatMap((block) => piecesOf(setter, block));
  const pages = paginate(pieces, area.height);
  pages.forEach((placed, index) => {
    setter.addPage();
    for (const { draw, top } of placed) draw(area.top + top);
    const number = sheet.page(index + 1, pages.length);
    setter.line(sheet.foot, styles.foot, area.left, area.foot);
    setter.line(number, styles.foot, area.right - setter.width(number, styles.foot), area.foot);
  });
  if (file !== undefined) setter.embed(file);
  return setter.bytes();
}
