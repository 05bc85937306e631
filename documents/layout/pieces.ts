import type { Block } from '../parts/sheet.ts';
import { codePiece } from './code.ts';
import { factPieces } from './facts.ts';
import { letterhead } from './letterhead.ts';
import type { Piece } from './paginate.ts';
import { area, styles } from './style.ts';
import { tablePieces } from './table.ts';
import type { Style, Typesetter } from '../typesetting/typesetter.ts';

/** A block's pieces, from top to bottom. */
export function piecesOf(setter: Typesetter, block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'letterhead':
      return [letterhead(setter, block)];
    case 'headline':
      return paragraph(setter, block.text, { type: 'P', style: styles.headline, gap: 10, leads: true });
    case 'heading':
      return paragraph(setter, block.text, { type: 'H2', style: styles.heading, gap: 10, leads: true });
    case 'text':
      return paragraph(setter, block.text, { type: 'P', style: styles.text, gap: 4, leads: block.leads });
    case 'parties':
      return [parties(setter, [block.from, block.to])];
    case 'facts':
      return factPieces(setter, block.facts, { labelWidth: 130, gap: 8, width: area.width });
    case 'code':
      return [codePiece(setter, block)];
    case 'table':
      return tablePieces(setter, block);
  }
}

interface Paragraph {
  /** What it is in the document's structure. */
  readonly type: 'H1' | 'H2' | 'P';
  readonly style: Style;
  readonly gap: number;
  /** Whether it stays with what follows. */
  readonly leads: boolean;
}

/** A short paragraph stays on its page. */
const fewLines = 3;

/** One piece for each line, so that a long paragraph may go on on the next page. */
function paragraph(
  setter: Typesetter,
  text: string,
  { type, style, gap, leads }: Paragraph,
): readonly Piece[] {
  const element = setter.element(setter.root, type);
  const lines = setter.lines(text, style, area.width);
  return lines.map((line, index) => ({
    height: setter.lineHeight(style),
    gap: index === 0 ? gap : 0,
    keepsWithNext: leads || (lines.length <= fewLines && index < lines.length - 1),
    draw: (top) => {
      setter.line(line, style, area.left, top, element);
    },
  }));
}

const mostLines = 4;

/** The parties side by side: what each is, its name, and how to reach it. */
function parties(setter: Typesetter, columns: readonly (readonly string[])[]): Piece {
  const columnWidth = area.width / columns.length;
  const drawn = columns.map((texts) => {
    const element = setter.element(setter.root, 'P');
    return texts.flatMap((text, index) => {
      const style = partyStyles[index] ?? styles.text;
      return setter.lines(text, style, columnWidth - 12, mostLines).map((line) => ({ line, style, element }));
    });
  });
  const height = setter.lineHeight(styles.text);
  return {
    height: Math.max(...drawn.map((lines) => lines.length)) * height,
    gap: 11,
    keepsWithNext: false,
    draw: (top) => {
      drawn.forEach((lines, column) => {
        lines.forEach(({ line, style, element }, index) => {
          setter.line(line, style, area.left + column * columnWidth, top + index * height, element);
        });
      });
    },
  };
}

const partyStyles: readonly Style[] = [styles.label, styles.strong];
