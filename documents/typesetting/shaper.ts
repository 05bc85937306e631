import type { FaceName } from '../fonts/faces.ts';
import { type Sign, signsOf, unitsOf } from './shape.ts';

/** Shapes a document's texts: words that are read from left to right one by one, each of them once. */
export class Shaper {
  private readonly known = new Map<string, readonly Sign[]>();

  /** From left to right. */
  signs(face: FaceName, text: string, isBackwards: boolean): readonly Sign[] {
    const parts = isBackwards ? [text] : text.split(/(?<= )/u);
    return parts.flatMap((part) => this.shaped(face, part, isBackwards));
  }

  /** In parts of the size. */
  width(face: FaceName, text: string, isBackwards: boolean): number {
    const signs = this.signs(face, text, isBackwards);
    return signs.reduce((sum, { advance }) => sum + advance, 0) / unitsOf(face);
  }

  private shaped(face: FaceName, text: string, isBackwards: boolean): readonly Sign[] {
    const key = `${face} ${isBackwards ? 'rtl' : 'ltr'} ${text}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const signs = signsOf(face, text, isBackwards);
    this.known.set(key, signs);
    return signs;
  }
}
