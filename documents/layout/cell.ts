import type { Element, Style, Typesetter } from '../typesetting/typesetter.ts';

/** A text of several lines in a box of its own. */
export interface Cell {
  readonly height: number;
  readonly draw: (left: number, top: number) => void;
}

/** What is longer ends in an ellipsis, so that no row outgrows a page. */
const mostLines = 12;

/** An element may be left out, where a cell is written again. */
export function cell(
  setter: Typesetter,
  text: string,
  style: Style,
  box: { readonly width: number; readonly align?: 'left' | 'right' },
  element?: Element,
): Cell {
  const lines = setter.lines(text, style, box.width, mostLines);
  const lineHeight = setter.lineHeight(style);
  return {
    height: lines.length * lineHeight,
    draw: (left, top) => {
      lines.forEach((line, index) => {
        const indent = box.align === 'right' ? box.width - setter.width(line, style) : 0;
        setter.line(line, style, left + indent, top + index * lineHeight, element);
      });
    },
  };
}

export function tallest(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ height }) => height));
}
