import { styleText } from 'node:util';
import { printable, printableJson } from './printable.ts';
import { type Cell, layOut, layOutList } from './table.ts';

/** What the command line needs of a stream: `process.stdout` or `process.stderr`, or a test's. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Everything that the commands print goes through here: results to `out`, all else to `err`. Whatever a text comes from,
 * it reaches the terminal as `printable` shows it.
 */
export class Output {
  readonly #out: Stream;
  readonly #err: Stream;
  readonly #colours: boolean;
  #isRead = true;

  /** `environment` decides on colours: NO_COLOR, set to anything, switches them off. */
  constructor(out: Stream, err: Stream, environment: Readonly<Record<string, string | undefined>>) {
    this.#out = out;
    this.#err = err;
    this.#colours =
      out.isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  }

  /** A line of the result. */
  print(line = ''): void {
    this.#write(printable(line));
  }

  /** A line about the work: an error, or progress. */
  note(line: string): void {
    this.#err.write(`${printable(line)}\n`);
  }

  /** A table as wide as the terminal at the most; of any width where the output is none. */
  table(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
    const emphasise = (heading: string) =>
      this.#colours ? styleText('bold', heading, { validateStream: false }) : heading;
    const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? printable(cell) : cell)));
    for (const line of layOut(head.map(printable), cells, this.#width, emphasise)) this.#write(line);
  }

  /** Facts about one thing, a line for each label; a label without a text is omitted. */
  list(rows: readonly (readonly [label: string, text: string | undefined])[]): void {
    const known = rows.flatMap(([label, text]) =>
      text === undefined ? [] : [[printable(label), printable(text)] as const],
    );
    for (const line of layOutList(known, this.#width)) this.#write(line);
  }

  /** A value for another program to read. */
  json(value: unknown): void {
    this.#write(printableJson(value, 2));
  }

  /** A value in a line, for another program that reads many of them. */
  jsonLine(value: unknown): void {
    this.#write(printableJson(value));
  }

  /** Whether anybody still reads results: `head` stops after some lines. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Writes no more results: nobody reads them. */
  readNoMore(): void {
    this.#isRead = false;
  }

  get #width(): number {
    return this.#out.isTTY === true ? columnsOf(this.#out) : Infinity;
  }

  /** Whether lines of the work can be redrawn in place. */
  get isLive(): boolean {
    return this.#err.isTTY === true;
  }

  /** Redraws the line of the work that stands last; an empty text wipes it. */
  redraw(text: string): void {
    this.#err.write(`\r${printable(text).slice(0, columnsOf(this.#err) - 1)}\u001b[K`);
  }

  #write(text: string): void {
    if (this.#isRead) this.#out.write(`${text}\n`);
  }
}

/** A terminal that does not know its width, as of some tools, says that it has no columns. */
function columnsOf({ columns = 0 }: Stream): number {
  return columns > 0 ? columns : 80;
}
