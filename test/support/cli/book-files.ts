import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Cells = Readonly<Record<string, string>>;

const customer = {
  customerId: 'C-1',
  name: 'Holmes & Daughter Ltd',
  kind: 'end-user',
  email: 'systems@holmes.example',
  billingEmail: '',
  country: 'GB',
  locale: 'en-GB',
  partnerId: '',
};

const licence = {
  licenceId: 'L-1',
  planId: 'netjapan-maintenance',
  customerId: 'C-1',
  product: 'ActiveImage Protector',
  edition: '',
  model: '',
  modules: 'AIP=899.00',
  purchasedOn: '2025-03-15',
  activatedOn: '',
  installedOn: '',
  initialYears: '',
  onSiteTraining: '',
  coverStarts: '',
  coverEnds: '',
  termNumber: '',
  registeredOn: '',
};

const activity = { date: '2026-02-01', licenceId: 'L-1', activity: 'request-quote', detail: '' };

const update = {
  date: '2026-03-01',
  planId: 'vtube-laser-smp',
  product: 'VTube-LASER',
  version: '26.1',
};

export type BookFiles = Readonly<
  Record<'customers.csv' | 'licences.csv' | 'activity.csv', string | Buffer> &
    Partial<Record<'updates.csv', string>>
>;

export const customerFile = (...rows: readonly Cells[]) => csv(customer, rows);
export const licenceFile = (...rows: readonly Cells[]) => csv(licence, rows);
export const activityFile = (...rows: readonly Cells[]) => csv(activity, rows);
export const updatesFile = (...rows: readonly Cells[]) => csv(update, rows);

/** A book of one customer with one netjapan licence and one activity, in a folder of its own. */
export function bookFolder(files: Partial<BookFiles> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-book-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const book: BookFiles = {
    'customers.csv': customerFile({}),
    'licences.csv': licenceFile({}),
    'activity.csv': activityFile({}),
    ...files,
  };
  for (const [name, content] of Object.entries(book)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A header row, and for each of `rows` what is usual with the cells that differ. */
function csv(usual: Cells, rows: readonly Cells[]): string {
  const columns = Object.keys(usual);
  const lines = rows.map((row) =>
    columns.map((column) => quote({ ...usual, ...row }[column] ?? '')).join(','),
  );
  return [columns.join(','), ...lines, ''].join('\n');
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
