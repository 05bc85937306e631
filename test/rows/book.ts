import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customersIn, readCustomers } from '../../cli/book/files/customers.ts';
import { licencesIn } from '../../cli/book/files/licences.ts';
import { usualFormat } from '../../cli/book/format/format.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { customerTermsOf } from '../../domain/customer/terms.ts';
import { plans } from '../../plans/index.ts';
import type { Rows } from './rows.ts';

/** Rows that are refused, as an operator takes them out of a book until the rest is taken. */
interface Sifted {
  readonly accepted: readonly Rows[];
  readonly refused: number;
}

/** Writes rows as a book. */
function writeBook(folder: string, rows: readonly Rows[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'customers.csv'), csv(rows.map(({ customer }) => customer)));
  writeFileSync(join(folder, 'licences.csv'), csv(rows.map(({ licence }) => licence)));
}

/** Leaves out the rows that the doors of a book refuse, and writes a book of the others. */
export async function sift(folder: string, rows: readonly Rows[], firstDay: CivilDate): Promise<Sifted> {
  // One zero byte refuses a whole file, and so names no row.
  let accepted = rows.filter((row) => !JSON.stringify(row).includes('\\u0000'));
  for (;;) {
    writeBook(folder, accepted);
    const bad = await refusedIn(folder, accepted, firstDay);
    if (bad.size === 0) return { accepted, refused: rows.length - accepted.length };
    accepted = accepted.filter((_, index) => !bad.has(index));
  }
}

/** Which rows have mistakes, by their place. What is no row at all is an error: every cell is quoted. */
async function refusedIn(path: string, rows: readonly Rows[], firstDay: CivilDate): Promise<Set<number>> {
  const folder = { path, format: usualFormat };
  const bad = new Set<number>();
  // Every line break of a file is read as one line feed, and half a pair of surrogates as no character of UTF-8.
  const read = (id = '') => id.toWellFormed().replaceAll(/\r\n?/g, '\n');
  const places = new Map(rows.map(({ customer }, index) => [read(customer['customerId']), index]));
  const licences = new Map(rows.map(({ licence }, index) => [read(licence['licenceId']), index]));
  for await (const { customerId, mistakes } of customersIn(folder))
    if (mistakes.length > 0) bad.add(placeOf(places, customerId, mistakes));
  const known = await readCustomers(folder, customerTermsOf, () => undefined);
  for await (const { licenceId, mistakes } of licencesIn(folder, plans, known, () => firstDay))
    if (mistakes.length > 0) bad.add(placeOf(licences, licenceId, mistakes));
  return bad;
}

function placeOf(places: ReadonlyMap<string, number>, id: string | undefined, mistakes: unknown): number {
  const place = id === undefined ? undefined : places.get(id);
  if (place === undefined) throw new Error(`no row has ${JSON.stringify({ id, mistakes })}`);
  return place;
}

function csv(cells: readonly Readonly<Record<string, string>>[]): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const columns = Object.keys(cells[0] ?? {});
  return [
    columns.join(','),
    ...cells.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(',')),
  ].join('\n');
}
