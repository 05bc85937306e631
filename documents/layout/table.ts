import type { Column, Fact, Table } from '../parts/sheet.ts';
import { type Cell, cell, tallest } from './cell.ts';
import type { Piece } from './paginate.ts';
import { area, ruleColour, styles } from './style.ts';
import type { Element, Style, Typesetter } from '../typesetting/typesetter.ts';

/** Between columns, and above and below the text of a row. */
const gutter = 12;
const padding = 2.5;
/** Sums stand in the right part of the table: their labels begin here. */
const sumsLeft = area.left + area.width * 0.5;

interface Track extends Column {
  readonly left: number;
  readonly width: number;
}

/**
 * A table's pieces: heads, which are written again on every further page, rows, and sums. The heads stay with the
 * first row, the sums with the last.
 */
export function tablePieces(setter: Typesetter, { columns, rows, sums }: Table): readonly Piece[] {
  const tracks = tracksOf(columns);
  const table = setter.element(setter.root, 'Table');
  const titles = columns.map(({ title }) => title);
  const headRow = setter.element(setter.element(table, 'THead'), 'TR');
  const head = rowOf(setter, tracks, titles, styles.label, () => setter.element(headRow, 'TH', 'Column'));
  const again = rowOf(setter, tracks, titles, styles.label);
  const body = setter.element(table, 'TBody');
  const rowPieces = rows.map((texts, index) => {
    const row = setter.element(body, 'TR');
    const isLast = index === rows.length - 1;
    const drawn = rowOf(setter, tracks, texts, styles.text, () => setter.element(row, 'TD'));
    return { ...drawn, gap: 0, keepsWithNext: isLast && sums.length > 0, head: again };
  });
  return [{ ...head, gap: 4, keepsWithNext: true }, ...rowPieces, ...sumPieces(setter, sums, again)];
}

function tracksOf(columns: readonly Column[]): readonly Track[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const free = area.width - gutter * (columns.length - 1);
  let left: number = area.left;
  return columns.map((column) => {
    const track = { ...column, left, width: (free * column.share) / shares };
    left += track.width + gutter;
    return track;
  });
}

/** Without `element` it is drawn as what is no part of the document: a head that is written again. */
function rowOf(
  setter: Typesetter,
  tracks: readonly Track[],
  texts: readonly string[],
  style: Style,
  element?: () => Element,
) {
  const cells = tracks.map((track, index) => ({
    left: track.left,
    cell: cell(setter, texts[index] ?? '', style, track, element?.()),
  }));
  const height = tallest(cells.map((each) => each.cell)) + 2 * padding;
  return {
    height,
    draw: (top: number) => {
      for (const each of cells) each.cell.draw(each.left, top + padding);
      setter.rule(area.left, area.right, top + height, ruleColour);
    },
  };
}

function sumPieces(setter: Typesetter, sums: readonly Fact[], head: Piece['head']): readonly Piece[] {
  if (sums.length === 0) return [];
  const table = setter.element(setter.root, 'Table');
  return sums.map(({ label, value }, index) => {
    const isLast = index === sums.length - 1;
    const style = isLast ? styles.strong : styles.text;
    const row = setter.element(table, 'TR');
    const width = (area.right - sumsLeft) / 2;
    const left: Cell = cell(setter, label, style, { width }, setter.element(row, 'TH', 'Row'));
    const right = cell(setter, value, style, { width, align: 'right' }, setter.element(row, 'TD'));
    return {
      height: tallest([left, right]) + padding,
      gap: 0,
      keepsWithNext: !isLast,
      head,
      draw: (top) => {
        if (isLast && index > 0) setter.rule(sumsLeft, area.right, top + padding / 2, ruleColour);
        left.draw(sumsLeft, top + padding);
        right.draw(sumsLeft + width, top + padding);
      },
    };
  });
}
