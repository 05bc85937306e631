import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { checkFields, checkStorable, Ids, mistakeIn } from '../values/check.ts';
import { customerOf, customerRowSchema } from '../../../client/customers/customer-cells.ts';
import type { CustomerTerms } from '../../../domain/customer/terms.ts';
import type { Mistake } from '../values/mistakes.ts';
import type { BookFolder } from '../format/format.ts';
import { columnsOf } from '../table/columns.ts';
import { type OnRead, rowsOf } from '../table/table.ts';

const file = 'customers.csv';

export const customerColumns = columnsOf(customerRowSchema, []);

/** What the rows of other files need to know of the customers. */
export interface KnownCustomers<Kept = CustomerTerms> {
  readonly customers: ReadonlyMap<string, Kept>;
  /** Whether the book has a customer of this id, even with mistakes; undefined if the file cannot be read that far. */
  readonly has: (customerId: string) => boolean | undefined;
}

/** What was read of customers.csv: a row, or where `customerId` is unset something that is none. */
interface CustomerRead {
  readonly customerId?: string;
  /** Unset where the row has mistakes of its own. */
  readonly customer?: Customer;
  readonly mistakes: readonly Mistake[];
}

/** The customers of a book, row by row as they are read. */
export async function* customersIn(folder: BookFolder, onRead?: OnRead): AsyncGenerator<CustomerRead, void> {
  const ids = new Ids(file, 'customerId');
  const partners: { readonly customerId: string; readonly partnerId: string; readonly mistake: Mistake }[] =
    [];
  let isComplete = true;
  for await (const read of rowsOf(folder, file, customerColumns, onRead)) {
    if (!read.ok) {
      isComplete = false;
      yield read;
      continue;
    }
    const row = read.value;
    const { customerId = '', partnerId = '' } = row.cells;
    const repeated = ids.take(row);
    const fields = checkFields(file, row, customerRowSchema);
    const checked = fields.ok ? checkStorable(file, row, customerSchema, customerOf(fields.value)) : fields;
    yield checked.ok
      ? { customerId, customer: checked.value, mistakes: repeated }
      : { customerId, mistakes: [...repeated, ...checked.mistakes] };
    if (partnerId === '' || ids.has(partnerId)) continue;
    const mistake = mistakeIn(file, row, 'partnerId', `the customerId of a partner in ${file}`);
    partners.push({ customerId, partnerId, mistake });
  }
  if (!isComplete) return;
  // A partner may stand further down than those who name it.
  for (const { customerId, partnerId, mistake } of partners)
    if (!ids.has(partnerId)) yield { customerId, mistakes: [mistake] };
}

/** Reads the customers of a book to the end, and keeps of each what `keep` takes of it. */
export async function readCustomers<Kept>(
  folder: BookFolder,
  keep: (customer: Customer) => Kept,
  refuse: (mistakes: readonly Mistake[]) => void,
  onRead?: OnRead,
): Promise<KnownCustomers<Kept>> {
  const ids = new Set<string>();
  const customers = new Map<string, Kept>();
  let isComplete = true;
  for await (const { customerId, customer, mistakes } of customersIn(folder, onRead)) {
    refuse(mistakes);
    if (customerId === undefined) isComplete = false;
    else ids.add(customerId);
    if (customer !== undefined) customers.set(customer.customerId, keep(customer));
  }
  return { customers, has: (customerId) => ids.has(customerId) || (isComplete ? false : undefined) };
}
