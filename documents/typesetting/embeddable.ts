import { create } from 'fontkit';
import { type FaceName, readFace } from '../fonts/faces.ts';
import type { Sign } from './shape.ts';
import { SignsOfFont } from './signs.ts';

/** What pdfkit asks a font for, to write a text in it. */
type Shape = (text: string, features: readonly string[]) => readonly Sign[];

/** A font for one document: fontkit cuts it for pdfkit, `shape` sets its signs. */
export function embeddable(name: FaceName, shape: Shape) {
  const font = create(readFace(name));
  if (!('layout' in font)) throw new Error(`the font of ${name} is a collection: expected one font`);
  const signs = new SignsOfFont();
  const cut = font.createSubset.bind(font);
  return Object.assign(font, {
    createSubset: () => signs.drawnIn(cut()),
    layout: (text: string, features: readonly string[]) => {
      const shaped = shape(text, features);
      return {
        glyphs: shaped.map((sign) => ({
          id: signs.numberOf(sign),
          advanceWidth: sign.width,
          codePoints: Array.from(sign.text, (character) => character.codePointAt(0) ?? 0),
        })),
        positions: shaped.map(({ advance }) => ({ xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0 })),
        advanceWidth: shaped.reduce((sum, { advance }) => sum + advance, 0),
      };
    },
  });
}

export type Embeddable = ReturnType<typeof embeddable>;
