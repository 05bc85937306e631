import { Blob, Buffer as Text, Direction, Face, Font, shape } from 'harfbuzzjs';
import { type FaceName, readFace } from '../fonts/faces.ts';

/** A glyph of a font, and how far from where its sign begins it is drawn. */
interface Part {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/**
 * What is drawn for a text that cannot be divided: a letter with its marks, a ligature, a syllable of Devanagari.
 * Lengths are in units of its font.
 */
export interface Sign {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly width: number;
  /** How far the next one is: the width, kerned. */
  readonly advance: number;
}

const fonts = new Map<FaceName, Font>();

/** Reads a font when it is first needed: most documents need no more than two. */
function fontOf(name: FaceName): Font {
  const known = fonts.get(name);
  if (known !== undefined) return known;
  const font = new Font(new Face(new Blob(readFace(name))));
  fonts.set(name, font);
  return font;
}

export function hasGlyph(name: FaceName, character: string): boolean {
  return fontOf(name).nominalGlyph(character.codePointAt(0) ?? 0) !== undefined;
}

/** How many of a face's units make its size. */
export function unitsOf(name: FaceName): number {
  return fontOf(name).face.upem;
}

/** The signs of a text from left to right, as its script joins, stacks and orders their glyphs. */
export function signsOf(name: FaceName, text: string, isBackwards: boolean): readonly Sign[] {
  const font = fontOf(name);
  const buffer = new Text();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isBackwards ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  const infos = buffer.getGlyphInfos();
  const starts = [...new Set(infos.map(({ cluster }) => cluster))];
  const inOrder = [...starts, text.length].sort((a, b) => a - b);
  const signs = new Map<number, Sign>(
    starts.map((start) => {
      const end = inOrder[inOrder.indexOf(start) + 1];
      return [start, { text: text.slice(start, end), parts: [], width: 0, advance: 0 }];
    }),
  );
  buffer.getGlyphPositions().forEach(({ xAdvance, xOffset, yOffset }, index) => {
    const { codepoint: id = 0, cluster = 0 } = infos[index] ?? {};
    const sign = signs.get(cluster);
    if (sign === undefined) return;
    const { parts, width, advance } = sign;
    signs.set(cluster, {
      ...sign,
      parts: [...parts, { id, x: advance + xOffset, y: yOffset }],
      width: width + font.glyphHAdvance(id),
      advance: advance + xAdvance,
    });
  });
  return [...signs.values()];
}
