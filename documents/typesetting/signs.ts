import type { Subset } from 'fontkit';
import { composite } from './composite.ts';
import type { Sign } from './shape.ts';

/** Glyphs are numbered from 0 to 65,535 in a font: numbers from here on are those of signs. */
const firstSign = 0x1_0000;

/**
 * The signs that a document draws in a font. A PDF's font says of each glyph which characters it stands for, and readers
 * copy them out glyph by glyph: so that a text is copied as it was written, the font that goes with the document has a
 * glyph for each sign, which draws all its parts.
 */
export class SignsOfFont {
  private readonly signs: Sign[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(sign: Sign): number {
    const key = JSON.stringify([sign.text, sign.parts]);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = firstSign + this.signs.push(sign) - 1;
    this.numbers.set(key, number);
    return number;
  }

  /** Teaches a subset of the font the numbers of signs. */
  drawnIn(subset: Subset): Subset {
    const addGlyph = subset._addGlyph.bind(subset);
    return Object.assign(subset, {
      _addGlyph: (number: number): number => {
        const sign = this.signs[number - firstSign];
        if (sign === undefined) return addGlyph(number);
        const [first, ...others] = sign.parts;
        const isWhole = others.length === 0 && first?.x === 0 && first.y === 0;
        return isWhole ? addGlyph(first.id) : addComposite(subset, sign);
      },
    });
  }
}

/** Adds a glyph that is made of others, as fontkit adds one of the font's own. */
function addComposite(subset: Subset, { parts, width }: Sign): number {
  const { bytes, left } = composite(
    parts.map(({ id, x, y }) => {
      return {
        glyph: subset.includeGlyph(id),
        x: Math.round(x),
        y: Math.round(y),
        box: subset.font.getGlyph(id).bbox,
      };
    }),
  );
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance: Math.round(width), bearing: left });
  subset.offset += bytes.length;
  return subset.glyf.length - 1;
}
