/** Something in a book that breaks docs/rules.md §15. */
export interface Mistake {
  /** The file's name within the book. */
  readonly file: string;
  /** Counted from 1, the header's line; unset where the file as a whole is meant. */
  readonly line?: number;
  readonly column?: string;
  readonly found: string;
  readonly expected: string;
}

/** What something in a book says, or what is wrong with it. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const mostShown = 50;

/** The mistakes of a book of any size: all are counted, and those that are printed are kept. */
export class CountedMistakes {
  readonly #kept: Mistake[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(mistakes: readonly Mistake[]): void {
    this.#count += mistakes.length;
    this.#kept.push(...mistakes.slice(0, mostShown - this.#kept.length));
  }

  /** The mistakes to print. */
  lines(): readonly string[] {
    return printMistakes(this.#kept, this.#count);
  }
}

/** One line for each mistake, at most fifty, and how many more of the `count` there are. */
export function printMistakes(mistakes: readonly Mistake[], count = mistakes.length): readonly string[] {
  const shown = mistakes.slice(0, mostShown).map(printMistake);
  const hidden = count - shown.length;
  return hidden === 0 ? shown : [...shown, `and ${hidden} more`];
}

function printMistake({ file, line, column, found, expected }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const where = column === undefined ? place : `${place}, ${column}`;
  return `${where}: found ${found}, expected ${expected}`;
}

const longestQuotation = 80;

/** A value of the file in quotes, cut short. */
export function quoted(value: string): string {
  if (value === '') return 'nothing';
  const shown = value.length > longestQuotation ? `${value.slice(0, longestQuotation)}…` : value;
  return JSON.stringify(shown);
}
