import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type BookActivity, readActivities } from './files/activities.ts';
import { type BookFormat, usualFormat } from './format/format.ts';
import { customerTermsOf } from '../../domain/customer/terms.ts';
import { readCustomers } from './files/customers.ts';
import { readLicences } from './files/licences.ts';
import type { Mistake } from './values/mistakes.ts';
import { type BookUpdate, readUpdates } from './files/updates.ts';

/** A book of licences, their customers, and what these do (docs/book.md). */
export interface Book {
  readonly customers: readonly Customer[];
  /** In the order of the file. */
  readonly licences: readonly Facts[];
  /** By date; those of a day in the order of the file. */
  readonly activities: readonly BookActivity[];
  /** The updates that vendors publish, in the order of the file. */
  readonly updates: readonly BookUpdate[];
}

export type ReadBook =
  { readonly ok: true; readonly book: Book } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads a folder with customers.csv, licences.csv, activity.csv and, if there is one, updates.csv as a whole: one
 * mistake refuses the book, and all of them are returned, file by file from the top. `firstDay` is when a licence enters
 * the book that does not say.
 */
export async function readBook(
  path: string,
  plans: readonly Plan[],
  firstDay: CivilDate,
  format: BookFormat = usualFormat,
): Promise<ReadBook> {
  const folder = { path, format };
  const ofCustomers: Mistake[] = [];
  const whole: Customer[] = [];
  const customers = await readCustomers(
    folder,
    (customer) => {
      whole.push(customer);
      return customerTermsOf(customer);
    },
    (mistakes) => ofCustomers.push(...mistakes),
  );
  const licences = await readLicences(folder, plans, customers, () => firstDay);
  const activities = await readActivities(folder, licences, customers);
  const updates = await readUpdates(folder, plans);
  const mistakes = [ofCustomers, licences.mistakes, activities.mistakes, updates.mistakes].flatMap((part) =>
    part.toSorted(byLine),
  );
  if (mistakes.length > 0) return { ok: false, mistakes };
  return {
    ok: true,
    book: {
      customers: whole,
      licences: licences.licences,
      activities: activities.activities,
      updates: updates.updates,
    },
  };
}

function byLine(a: Mistake, b: Mistake): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
