/** Something in a book that is not as plans.md, section 4 (A book) has it. */
export interface Mistake {
  /** The file's name within the book. */
  readonly file: string;
  /** Counted from 1, the header's line; unset where the file as a whole is meant. */
  readonly line?: number;
  readonly column?: string;
  readonly found: string;
  readonly expected: string;
}

const mostTold = 50;

/** One line for each mistake, at most fifty, and how many more there are. */
export function tellMistakes(mistakes: readonly Mistake[]): readonly string[] {
  const told = mistakes.slice(0, mostTold).map(tellMistake);
  const untold = mistakes.length - told.length;
  return untold === 0 ? told : [...told, `and ${untold} more`];
}

function tellMistake({ file, line, column, found, expected }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const where = column === undefined ? place : `${place}, ${column}`;
  return `${where}: found ${found}, expected ${expected}`;
}

const longestQuotation = 80;

/** A value as it stands in the file, in quotes, cut short, and harmless to a terminal. */
export function quoted(value: string): string {
  if (value === '') return 'nothing';
  const shown = value.length > longestQuotation ? `${value.slice(0, longestQuotation)}…` : value;
  return JSON.stringify(shown).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\uFFFD');
}
