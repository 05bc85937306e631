import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the bundle of a function the fonts lie beside its code, as they do here. */
const folder = join(import.meta.dirname, 'fonts');

const files = {
  /** Latin, Greek and Cyrillic. */
  regular: 'NotoSans-Regular.ttf',
  bold: 'NotoSans-Bold.ttf',
  /** Hebrew, Arabic, Armenian, Georgian, symbols. */
  symbols: 'DejaVuSans.ttf',
  /** Chinese, Japanese, Korean. */
  cjk: 'DroidSansFallback.ttf',
  emoji: 'NotoEmoji-Regular.ttf',
} as const;

export type FaceName = keyof typeof files;
export type Weight = 'regular' | 'bold';

const read = new Map<FaceName, Font>();

/** Reads a font when it is first needed: most documents need no more than the first two. */
export function face(name: FaceName): Font {
  const known = read.get(name);
  if (known !== undefined) return known;
  const font = create(readFileSync(join(folder, files[name])));
  if (!('layout' in font)) throw new Error(`font file ${files[name]} is a collection: expected one font`);
  read.set(name, font);
  return font;
}

/**
 * Makes every document start with the same fonts. fontkit remembers for each glyph the characters that it first stood
 * for, in whatever document that was, and pdfkit writes them into the next.
 */
export function forgetGlyphs(): void {
  for (const font of read.values()) Reflect.set(font, '_glyphs', {});
}

const fallbacks = ['symbols', 'cjk', 'emoji'] as const;
/** Join or vary what stands beside them, and are no glyphs of their own: joiners and variation selectors. */
const invisible = /\u200c|\u200d|[\ufe00-\ufe0f]/gu;
const pictorial = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\u20e3/u;

/** The first face that has all of a written character; undefined where none has. */
export function faceFor(character: string, weight: Weight): FaceName | undefined {
  const faces = pictorial.test(character) ? (['emoji', weight] as const) : [weight];
  return [...faces, ...fallbacks].find((name) => hasAll(face(name), character));
}

function hasAll(font: Font, character: string): boolean {
  for (const visible of character.replace(invisible, '')) {
    const codePoint = visible.codePointAt(0);
    if (codePoint !== undefined && !font.hasGlyphForCodePoint(codePoint)) return false;
  }
  return true;
}
