import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runCommandLine } from '../../cli/command-line.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { plans } from '../../plans/index.ts';
import type { LicenceHistory } from '../weather/checks/history.ts';
import type { Deployment } from '../weather/world/deployment.ts';
import { read, requireHarmless } from './reading.ts';

/** So many customers, documents and searches of a book are read one by one. */
const some = 40;

/** Has every list, report and export of the desk read, as a table, as JSON and as CSV, and every digest that was sent. */
export async function readDesk(
  deployment: Deployment,
  histories: readonly LicenceHistory[],
  today: CivilDate,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-desk-'));
  try {
    for (const args of [...lists(today), ...each(deployment, histories)]) await run(deployment, args);
    for (const args of csvLists(today)) requireTable(args.join(' '), await run(deployment, args));
    for (const args of written(today, folder)) await run(deployment, args);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv')))
      requireTable(name, readFileSync(join(folder, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
  deployment.messages.forEach(requireDigest);
}

/** Runs a command line; it has to end well. */
function run(deployment: Deployment, args: readonly string[]): Promise<string> {
  const what = `npx perennial ${args.join(' ')}`;
  return read(deployment, what, async (at, notes) => {
    const status = await runCommandLine(args, at);
    if (status !== 0) throw new Error(`status ${status}: ${notes.text}`);
  });
}

function lists(today: CivilDate): readonly (readonly string[])[] {
  const days = ['--from', addDays(today, -400), '--to', addDays(today, 30)];
  return [
    ['due', '--from', today, '--to', addDays(today, 60)],
    ['quote', 'list'],
    ['quote', 'list', '--open', '--json'],
    ['invoice', 'list', '--open'],
    ['invoice', 'list', '--overdue', '--json'],
    ['payments', 'list', '--unmatched'],
    ['payments', 'list', ...days, '--json'],
    ['customer', 'list'],
    ['executions', 'list'],
    ['report', 'renewals', ...days],
    ['report', 'revenue', ...days, '--json'],
    ['report', 'receivables', ...days],
  ];
}

function csvLists(today: CivilDate): readonly (readonly string[])[] {
  const days = ['--from', addDays(today, -400), '--to', addDays(today, 30)];
  return [
    ['due', '--from', today, '--to', addDays(today, 60), '--csv'],
    ['quote', 'list', '--csv'],
    ['invoice', 'list', '--csv'],
    ...plans.map(({ id }) => ['licence', 'list', '--plan', id, '--csv']),
    ['customer', 'list', '--csv'],
    ['report', 'renewals', ...days, '--csv'],
    ['report', 'revenue', ...days, '--csv'],
    ['report', 'receivables', ...days, '--csv'],
  ];
}

/** What is written to files. */
function written(today: CivilDate, folder: string): readonly (readonly string[])[] {
  const days = ['--from', addDays(today, -400), '--to', addDays(today, 30)];
  const file = (name: string) => join(folder, name);
  return [
    ['export', '--out', file('backup')],
    ['report', 'renewals', ...days, '--picture', file('renewals.svg')],
    ['forecast', '--from', today, '--to', addDays(today, 60), '--csv', file('forecast.csv')],
  ];
}

/** Some of the customers, documents and names, by what the desk calls them. */
function each(deployment: Deployment, histories: readonly LicenceHistory[]): readonly (readonly string[])[] {
  const customers = [...deployment.table(outputs.customersTable).all()]
    .filter((item) => typeof item['name'] === 'string')
    .slice(0, some);
  const numbers = histories.flatMap(({ documents }) => documents.map(({ number }) => number));
  return [
    ...customers.flatMap((item) => {
      const customerId = String(item['customerId']);
      return [
        ['customer', 'show', '--', customerId],
        ['customer', 'export', '--', customerId],
        ['search', '--', String(item['name'])],
      ];
    }),
    ...numbers.slice(0, some).map((number) => ['search', '--', number]),
  ];
}

/** A table as spreadsheets read it: as many cells in each line as in the first, and no formula among them. */
function requireTable(what: string, text: string): void {
  const rows: string[][] = parse(text, { relax_column_count: false });
  const formula = rows.flat().find((cell) => /^[=+\-@\t]/.test(cell) && Number.isNaN(Number(cell)));
  if (formula !== undefined) throw new Error(`${what} has a formula: ${JSON.stringify(formula)}`);
}

/** What the operators get by mail: SNS takes a subject of ASCII in one line. */
function requireDigest(message: Readonly<Record<string, unknown>>): void {
  const { Subject: subject, Message: text } = message;
  if (typeof subject !== 'string' || typeof text !== 'string') return;
  if (!/^[\x20-\x7e]{1,99}$/.test(subject)) throw new Error(`the digest's subject is ${subject}`);
  requireHarmless('the digest', text);
  if (/NaN|undefined|\[object/.test(text)) throw new Error(`the digest says ${text}`);
}
