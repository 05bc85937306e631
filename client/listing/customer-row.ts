import type { Customer } from '../../domain/customer/customer.ts';
import type { CsvColumns } from './csv-columns.ts';

/** The columns of a list of customers as CSV. */
export const customerColumns: CsvColumns<Customer> = [
  ['customerId', ({ customerId }) => customerId],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['country', ({ country }) => country],
  ['locale', ({ locale }) => locale],
  ['email', ({ email, alsoEmail = [] }) => [email, ...alsoEmail].join(';')],
  ['accountManager', ({ accountManager }) => accountManager],
  ['mergedInto', ({ mergedInto }) => mergedInto],
  ['erasedOn', ({ erasedOn }) => erasedOn],
];

/** What sets a customer apart in a list: that another took its place, or that it was erased. */
export function noteOn({ mergedInto, erasedOn }: Customer): string | undefined {
  if (mergedInto !== undefined) return `merged into ${mergedInto}`;
  return erasedOn === undefined ? undefined : `erased on ${erasedOn}`;
}
