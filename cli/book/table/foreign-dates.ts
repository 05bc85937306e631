import { type DateStyle, dateStyles, isoDate, stylesOf } from '../format/dates.ts';
import { countOf } from '../../../client/words/count-of.ts';
import { type Mistake, quoted } from '../values/mistakes.ts';

/** Reads the dates of a file, and says once for all of them that they are written in a way that nobody has stated. */
export class ForeignDates {
  readonly #file: string;
  readonly #style: DateStyle | undefined;
  #first: { readonly line: number; readonly column: string; readonly cell: string } | undefined;
  #styles: readonly DateStyle[] = dateStyles;
  #count = 0;

  constructor(file: string, style: DateStyle | undefined) {
    this.#file = file;
    this.#style = style;
  }

  /** A cell as an ISO date; undefined where it may be a date, but the book does not say how dates are written. */
  read(line: number, column: string, cell: string): string | undefined {
    const date = isoDate(cell, this.#style);
    const styles = date === cell ? stylesOf(cell) : [];
    if (styles.length === 0) return date;
    this.#first ??= { line, column, cell };
    this.#styles = this.#styles.filter((style) => styles.includes(style));
    this.#count += 1;
    return undefined;
  }

  /** What is wrong with the dates of the file as a whole. */
  mistakes(): readonly Mistake[] {
    if (this.#first === undefined) return [];
    const { line, column, cell } = this.#first;
    const others = this.#count === 1 ? '' : ` and ${countOf(this.#count - 1, 'more such date')}`;
    const remedy =
      this.#styles.length === 0
        ? 'all dates written in one way'
        : `how they are written stated: ${this.#styles.map((style) => `--dates ${style}`).join(' or ')}`;
    const expected = `dates such as 2026-01-31, or ${remedy}`;
    return [{ file: this.#file, line, column, found: `${quoted(cell)}${others}`, expected }];
  }
}
