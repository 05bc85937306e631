import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { formatMoney, moneySchema } from '../../domain/billing/money.ts';

/** A field that the book has otherwise than the tables. */
export interface Difference {
  readonly field: string;
  readonly stored: string;
  readonly book: string;
}

/** Where `book` differs from what the tables have. */
export function differences(
  book: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>>,
): readonly Difference[] {
  const fields = [...new Set([...Object.keys(stored), ...Object.keys(book)])];
  return fields
    .filter((field) => !isDeepStrictEqual(stored[field], book[field]))
    .map((field) => ({ field, stored: inWords(stored[field]), book: inWords(book[field]) }));
}

const modulesSchema = z.array(z.object({ sku: z.string(), listPrice: moneySchema }));

function inWords(value: unknown): string {
  const modules = modulesSchema.safeParse(value);
  if (modules.success && modules.data.length > 0) {
    return modules.data.map(({ sku, listPrice }) => `${sku} ${formatMoney(listPrice)}`).join(', ');
  }
  if (value === undefined || value === '' || modules.success) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
