import { type EditableColumn, editableColumns } from '../../../../client/customers/customer-cells.ts';
import { eInvoiceFormSchema } from '../../../../domain/customer/e-invoice.ts';
import { customerKinds } from '../../../../domain/customer/kinds.ts';
import type { Field } from '../../licence/actions/action.ts';

interface EditField extends Field {
  readonly name: EditableColumn;
}

const several = 'Several addresses are separated by semicolons.';
const choicesOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** The fields of a customer's form, by the subjects that they stand under. */
export const editGroups: readonly { readonly heading: string; readonly fields: readonly EditField[] }[] = [
  {
    heading: 'Who it is',
    fields: [
      { name: 'name', label: 'Name', type: 'line', required: true },
      { name: 'kind', label: 'Kind', type: 'choice', choices: choicesOf(customerKinds), required: true },
      { name: 'address', label: 'Postal address', hint: 'A line for each line.', type: 'lines' },
      { name: 'country', label: 'Country', hint: 'Two letters, such as DE.', type: 'line', required: true },
      { name: 'locale', label: 'Language', hint: 'Such as de-DE or en-GB.', type: 'line', required: true },
      { name: 'vatId', label: 'VAT id', type: 'line' },
    ],
  },
  {
    heading: 'Contacts',
    fields: [
      { name: 'email', label: 'Email', hint: several, type: 'line', required: true },
      { name: 'billingEmail', label: 'Invoices to', hint: `Empty: to Email. ${several}`, type: 'line' },
      { name: 'accountManager', label: 'Account manager', hint: 'An address of yours.', type: 'line' },
      { name: 'partnerId', label: 'Partner', hint: 'The id of its reseller or provider.', type: 'line' },
    ],
  },
  {
    heading: 'Terms',
    fields: [
      {
        name: 'taxTreatment',
        label: 'Tax',
        hint: 'standard, or exempt: and the reason',
        type: 'line',
        required: true,
      },
      { name: 'discountPercent', label: 'Discount in per cent', type: 'number' },
      { name: 'poRequired', label: 'Each order needs a purchase order', type: 'yes' },
      { name: 'poNumber', label: 'Standing purchase order', type: 'line' },
      { name: 'together', label: 'One quote, invoice and mail for all licences', type: 'yes' },
      {
        name: 'eInvoice',
        label: 'E-invoices',
        hint: 'Empty: as the plan says.',
        type: 'choice',
        choices: choicesOf(eInvoiceFormSchema.options),
      },
      { name: 'buyerReference', label: 'Buyer reference', hint: 'Such as a Leitweg-ID.', type: 'line' },
    ],
  },
];

const labels = new Map<string, string>([
  ...editGroups.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label] as const)),
  ['alsoEmail', 'Email, further addresses'],
  ['alsoBillingEmail', 'Invoices to, further addresses'],
  ['taxExemption', 'Tax exemption'],
]);

/** What people call a field of a customer. */
export function labelOf(field: string): string {
  return labels.get(field) ?? field;
}

/** What cells of a customer's row have; those left out stay as they are. */
export type Cells = Partial<Record<EditableColumn, string>>;

/** The cells that a form has: lines of the address as a book writes them, and boxes as yes or no. */
export function cellsIn(fields: Readonly<Record<string, string | undefined>>): Cells {
  return Object.fromEntries(editableColumns.map((column) => [column, cellIn(column, fields[column] ?? '')]));
}

function cellIn(column: EditableColumn, text: string): string {
  if (column === 'address') return linesOf(text).join(' | ');
  if (column === 'poRequired' || column === 'together') return text === 'yes' ? 'yes' : 'no';
  return text.trim();
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What a field of the form shows for a cell. */
export function inputOf(column: EditableColumn, cell = ''): string {
  return column === 'address' ? cell.split(' | ').join('\n') : cell;
}
