import * as z from 'zod/mini';
import { type Customer, customerDataSchema, customerFields } from './customer.ts';

/** What can be emptied: all that a customer need not have. */
const clearableFields = customerFields.filter(
  (field) => customerDataSchema.shape[field].safeParse(undefined).success,
);

/** New values of some of a customer's fields, and fields to empty. */
export const customerEditSchema = z.strictObject({
  set: z.partial(customerDataSchema),
  clear: z._default(z.array(z.enum(clearableFields)), []),
});

export type CustomerEdit = z.infer<typeof customerEditSchema>;

/** A field of a customer before and after a change, as a book writes it; empty where it has no value. */
export const fieldChangeSchema = z.strictObject({ field: z.string(), from: z.string(), to: z.string() });

export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** A customer after an edit. */
export function edited(customer: Customer, { set, clear }: CustomerEdit): Customer {
  const emptied = clear.map((field) => [field, undefined] as const);
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  return { ...customer, ...Object.fromEntries([...emptied, ...given]) };
}

/** What the vendor says differently of a customer, field by field. */
export function changesBetween(before: Customer, after: Customer): readonly FieldChange[] {
  return customerFields
    .map((field) => ({ field, from: written(before[field]), to: written(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

function written(value: Customer[(typeof customerFields)[number]]): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(' | ') : String(value);
}
