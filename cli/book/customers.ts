import * as z from 'zod';
import { type Customer, customerSchema } from '../../domain/customer.ts';
import { checkFields, mistakeIn, repeatedIds } from './check.ts';
import { country, email, id, locale, oneOf, optional, text } from './fields.ts';
import type { Mistake } from './mistakes.ts';
import { readTable } from './table.ts';

const file = 'customers.csv';

const rowSchema = z.object({
  customerId: id,
  name: text,
  kind: oneOf(customerSchema.shape.kind.options),
  email,
  billingEmail: optional(email),
  country,
  locale,
  partnerId: optional(id),
});

export interface ReadCustomers {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly mistakes: readonly Mistake[];
  /** Whether the book has a customer of this id, be it with mistakes; undefined where the file could not tell. */
  readonly has: (customerId: string) => boolean | undefined;
}

export function readCustomers(folder: string): ReadCustomers {
  const table = readTable(folder, file, Object.keys(rowSchema.shape));
  const ids = new Set(table.rows.map((row) => row.cells['customerId']));
  const has = (customerId: string) => ids.has(customerId) || (table.isComplete ? false : undefined);
  const customers = new Map<string, Customer>();
  const mistakes = [...table.mistakes, ...repeatedIds(file, table.rows, 'customerId')];
  for (const row of table.rows) {
    const checked = checkFields(file, row, rowSchema);
    if (checked.ok) customers.set(checked.value.customerId, checked.value);
    else mistakes.push(...checked.mistakes);
    const partnerId = row.cells['partnerId'] ?? '';
    if (partnerId !== '' && has(partnerId) === false) {
      mistakes.push(mistakeIn(file, row, 'partnerId', `the customerId of a partner in ${file}`));
    }
  }
  return { customers, mistakes, has };
}
