import type { Command } from 'commander';
import { csvLine } from '../../client/listing/csv-line.ts';
import { refused } from './ending.ts';
import type { Output } from './output.ts';
import type { Cell } from './table.ts';

/** The options of a command that lists something. */
export interface ListingOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** What a listing shows of a row: the columns of the table, and those of the CSV; an unset value is an empty cell. */
export interface Columns<Row> {
  readonly table: readonly (readonly [heading: string, of: (row: Row) => Cell | undefined])[];
  readonly csv: readonly (readonly [name: string, of: (row: Row) => Cell | undefined])[];
}

/** Adds the options of a command that lists something. */
export function listing(command: Command): Command {
  return command
    .option('--json', 'print each as a line of JSON')
    .option('--csv', 'print CSV, with amounts in major units such as 552.00');
}

/** Prints rows page by page: as tables, as lines of JSON, or as CSV below one line of names. */
export class Listing<Row> {
  readonly #output: Output;
  readonly #columns: Columns<Row>;
  readonly #options: ListingOptions;
  #isEmpty = true;

  /** Refuses --json together with --csv. */
  constructor(output: Output, columns: Columns<Row>, options: ListingOptions) {
    if (options.json === true && options.csv === true) throw refused('Name only one of --json and --csv.');
    this.#output = output;
    this.#columns = columns;
    this.#options = options;
    if (options.csv === true) output.print(csvLine(columns.csv.map(([name]) => name)));
  }

  /** Whether it prints a table, for people. */
  get isTable(): boolean {
    return this.#options.json !== true && this.#options.csv !== true;
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  add(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    this.#isEmpty = false;
    if (this.#options.json === true) for (const row of rows) this.#output.jsonLine(row);
    else if (this.#options.csv === true)
      for (const row of rows) this.#output.print(csvLine(this.#columns.csv.map(([, of]) => of(row))));
    else {
      const headings = this.#columns.table.map(([heading]) => heading);
      this.#output.table(
        headings,
        rows.map((row) => this.#columns.table.map(([, of]) => of(row) ?? '')),
      );
    }
  }
}
