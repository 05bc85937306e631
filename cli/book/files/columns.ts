import type { Columns } from '../table/columns.ts';
import { activityColumns } from './activities.ts';
import { customerColumns } from './customers.ts';
import { licenceColumns } from './licence-row.ts';
import { updateColumns } from './updates.ts';

/** The files of a book, and the columns of each. */
export const bookFiles = {
  'customers.csv': customerColumns,
  'licences.csv': licenceColumns,
  'activity.csv': activityColumns,
  'updates.csv': updateColumns,
} as const satisfies Readonly<Record<string, Columns>>;

/** The names of the columns of each file. */
export const columnsByFile: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(bookFiles).map(([file, { names }]) => [file, names]),
);
