import * as z from 'zod';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { eInvoiceFormSchema } from '../../../domain/customer/e-invoice.ts';
import { type CustomerEdit, customerEditSchema } from '../../../domain/customer/edit.ts';
import { checkFields, checkStorable, Ids, mistakeIn } from '../values/check.ts';
import type { CustomerTerms } from '../../../domain/customer/terms.ts';
import { addressLines, emails, percentOff, taxTreatment, vatId } from '../values/customer-fields.ts';
import {
  country,
  defaulting,
  email,
  id,
  locale,
  name,
  oneOf,
  optional,
  text,
  yesNo,
} from '../values/fields.ts';
import type { Mistake } from '../values/mistakes.ts';
import type { BookFolder } from '../format/format.ts';
import { columnsOf } from '../table/columns.ts';
import { type OnRead, rowsOf } from '../table/table.ts';

const file = 'customers.csv';

const rowSchema = z.object({
  customerId: id,
  name,
  kind: oneOf(customerSchema.shape.kind.options),
  email: emails,
  billingEmail: optional(emails),
  country,
  locale,
  partnerId: optional(id),
  address: optional(addressLines),
  vatId: optional(vatId),
  taxTreatment: defaulting(taxTreatment, 'standard'),
  poRequired: defaulting(yesNo, 'no'),
  poNumber: optional(text),
  discountPercent: optional(percentOff),
  together: defaulting(yesNo, 'no'),
  accountManager: optional(email),
  eInvoice: optional(oneOf(eInvoiceFormSchema.options)),
  buyerReference: optional(text),
});

const someCellsSchema = rowSchema.partial();

/** A customer as its row says; what is not said is omitted. */
function customerOf(row: z.infer<typeof someCellsSchema>) {
  const { email: emails = [], billingEmail: billingEmails = [], taxTreatment: exemption, ...rest } = row;
  const [first, ...others] = emails;
  const [billing, ...otherBilling] = billingEmails;
  const { poRequired, together, discountPercent } = row;
  return {
    ...rest,
    email: first,
    alsoEmail: others.length === 0 ? undefined : others,
    billingEmail: billing,
    alsoBillingEmail: otherBilling.length === 0 ? undefined : otherBilling,
    taxExemption: exemption,
    poRequired: poRequired === true ? true : undefined,
    together: together === true ? true : undefined,
    discountPercent: discountPercent === 0 ? undefined : discountPercent,
  };
}

export const customerColumns = columnsOf(rowSchema, []);

const editedRowSchema = someCellsSchema.omit({ customerId: true });

/** The columns of customers.csv that can be edited. */
export const editableColumns = editedRowSchema.keyof().options;
export type EditableColumn = (typeof editableColumns)[number];

/** The fields that a column fills, where it is not the one of its name. */
const fieldsOf = new Map<EditableColumn, readonly string[]>([
  ['email', ['email', 'alsoEmail']],
  ['billingEmail', ['billingEmail', 'alsoBillingEmail']],
  ['taxTreatment', ['taxExemption']],
]);

interface CellMistake {
  readonly column: string;
  readonly expected: string;
}

/** What some cells of a customer's row say; `expected`: what a cell should say instead. */
export function customerEditFrom(
  cells: Partial<Record<EditableColumn, string>>,
):
  | { readonly ok: true; readonly value: CustomerEdit }
  | { readonly ok: false; readonly mistake: CellMistake } {
  const row = editedRowSchema.safeParse(cells);
  if (!row.success) return { ok: false, mistake: firstMistake(row.error) };
  const names = editableColumns.filter((column) => cells[column] !== undefined);
  const fields = new Set<string>(names.flatMap((column) => fieldsOf.get(column) ?? [column]));
  const given = Object.entries(customerOf(row.data)).filter(([field]) => fields.has(field));
  const set = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const clear = [...fields].filter((field) => set[field] === undefined);
  const edit = customerEditSchema.safeParse({ set, clear });
  return edit.success ? { ok: true, value: edit.data } : { ok: false, mistake: firstMistake(edit.error) };
}

/** A mistake by its column: an edit has its fields one step further down. */
function firstMistake({ issues: [issue] }: z.ZodError): CellMistake {
  const [first, second] = issue?.path ?? [];
  const column = String(first === 'set' ? second : first);
  return { column, expected: issue?.message.replace(/^expected /, '') ?? '' };
}

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
    const fields = checkFields(file, row, rowSchema);
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
