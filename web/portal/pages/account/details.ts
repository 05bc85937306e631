import type * as z from 'zod';
import { clearableDetailSchema, detailsSchema, type InputOf } from '../../../../app/portal/actions/inputs.ts';
import type { CustomerView } from '../../../../app/portal/views/customer.ts';
import { languageFor } from '../../../../wording/phrases/localiser.ts';

/** The fields of the form, in its order. */
const detailNames = [
  'email',
  'alsoEmail',
  'billingEmail',
  'alsoBillingEmail',
  'address',
  'vatId',
  'poNumber',
  'buyerReference',
  'locale',
  'together',
] as const;

export type DetailName = (typeof detailNames)[number];

/** What the form has in its fields: several values are several lines. */
export type Details = Readonly<Record<DetailName, string>>;

/** Fields of several lines. */
export const severalLines: ReadonlySet<DetailName> = new Set(['alsoEmail', 'alsoBillingEmail', 'address']);

/** What is on file, as the form has it. */
export function detailsOf(view: CustomerView): Details {
  return {
    email: view.email,
    alsoEmail: view.alsoEmail.join('\n'),
    billingEmail: view.billingEmail ?? '',
    alsoBillingEmail: view.alsoBillingEmail.join('\n'),
    address: view.address.join('\n'),
    vatId: view.vatId ?? '',
    poNumber: view.poNumber ?? '',
    buyerReference: view.buyerReference ?? '',
    locale: languageFor(view.locale),
    together: view.together ? 'yes' : '',
  };
}

/** What a form has sent; a field that is missing is empty. */
export function readDetails(sent: (name: string) => string): Details {
  const value = (name: DetailName) =>
    sent(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
  return {
    email: value('email'),
    alsoEmail: value('alsoEmail'),
    billingEmail: value('billingEmail'),
    alsoBillingEmail: value('alsoBillingEmail'),
    address: value('address'),
    vatId: value('vatId'),
    poNumber: value('poNumber'),
    buyerReference: value('buyerReference'),
    locale: value('locale'),
    together: value('together'),
  };
}

export function changedDetails(before: Details, after: Details): readonly DetailName[] {
  return detailNames.filter((name) => before[name] !== after[name]);
}

/**
 * The change that makes a customer's details what the form says: `bad` names fields whose values cannot be used. A
 * customer keeps the region of its locale where the language stays.
 */
export function changeOf(
  view: CustomerView,
  after: Details,
):
  | { readonly ok: true; readonly input: InputOf<'edit-details'> }
  | { readonly ok: false; readonly bad: readonly DetailName[] } {
  const changed = changedDetails(detailsOf(view), after);
  const clear = changed.filter((name) => after[name] === '').filter(isClearable);
  const toSet = changed.filter((name) => after[name] !== '' || !isClearable(name));
  const values = Object.fromEntries(toSet.map((name) => [name, valueOf(name, after[name])]));
  const read = detailsSchema.partial().safeParse(values);
  if (read.success) return { ok: true, input: { set: read.data, clear } };
  const bad = read.error.issues.map(({ path: [name] }) => detailNames.find((each) => each === name));
  return { ok: false, bad: bad.filter((name) => name !== undefined) };
}

function isClearable(name: DetailName): name is z.infer<typeof clearableDetailSchema> {
  return clearableDetailSchema.safeParse(name).success;
}

function valueOf(name: DetailName, text: string): unknown {
  if (name === 'together') return text === 'yes';
  return severalLines.has(name) ? text.split('\n') : text;
}
