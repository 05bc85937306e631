import * as z from 'zod/mini';
import { type Customer, customerSchema } from '../../domain/customer/customer.ts';
import { eInvoiceFormSchema } from '../../domain/customer/e-invoice.ts';
import { type CustomerEdit, customerEditSchema } from '../../domain/customer/edit.ts';
import { addressLines, emails, percentOff, taxTreatment, vatId } from '../cells/customer-fields.ts';
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
} from '../cells/fields.ts';

/** A row of customers.csv, cell by cell. */
export const customerRowSchema = z.object({
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

const someCellsSchema = z.partial(customerRowSchema);

/** A customer as its row says; what is not said is omitted. */
export function customerOf(row: z.infer<typeof someCellsSchema>) {
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

const editedRowSchema = z.omit(someCellsSchema, { customerId: true });

/** The columns of customers.csv that can be edited. */
export const editableColumns = z.keyof(editedRowSchema).options;
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
function firstMistake({ issues: [issue] }: z.core.$ZodError): CellMistake {
  const [first, second] = issue?.path ?? [];
  const column = String(first === 'set' ? second : first);
  return { column, expected: issue?.message.replace(/^expected /, '') ?? '' };
}

/** What a customer's row has in each cell that can be edited, as a book writes it; empty where it has no value. */
export function editableCells(customer: Customer): Readonly<Record<EditableColumn, string>> {
  const { email, alsoEmail = [], billingEmail, alsoBillingEmail = [], taxExemption } = customer;
  const yesOrNo = (value: boolean | undefined) => (value === true ? 'yes' : 'no');
  return {
    name: customer.name,
    kind: customer.kind,
    email: [email, ...alsoEmail].join('; '),
    billingEmail: [...(billingEmail === undefined ? [] : [billingEmail]), ...alsoBillingEmail].join('; '),
    country: customer.country,
    locale: customer.locale,
    partnerId: customer.partnerId ?? '',
    address: (customer.address ?? []).join(' | '),
    vatId: customer.vatId ?? '',
    taxTreatment: taxExemption === undefined ? 'standard' : `exempt: ${taxExemption}`,
    poRequired: yesOrNo(customer.poRequired),
    poNumber: customer.poNumber ?? '',
    discountPercent: customer.discountPercent === undefined ? '' : String(customer.discountPercent),
    together: yesOrNo(customer.together),
    accountManager: customer.accountManager ?? '',
    eInvoice: customer.eInvoice ?? '',
    buyerReference: customer.buyerReference ?? '',
  };
}
