import * as z from 'zod/mini';
import { clearableDetailSchema, detailsSchema, type InputOf } from '../../../../app/portal/actions/inputs.ts';
import { isVatId } from '../../../../app/portal/actions/vat-id.ts';
import type { CustomerView } from '../../../../app/portal/views/customer.ts';
import { normalAddress } from '../../../../app/portal/door/readers.ts';
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

/** Whether an address is one of these: only then may its reader come in. */
export function isAddressOf(details: Details, address: string): boolean {
  const { email, alsoEmail, billingEmail, alsoBillingEmail } = details;
  const billing = billingEmail === '' ? [] : [billingEmail, ...alsoBillingEmail.split('\n')];
  return [email, ...alsoEmail.split('\n'), ...billing].some(
    (each) => each !== '' && normalAddress(each) === normalAddress(address),
  );
}

const shownSchema = z.record(z.enum(detailNames), z.string());

/** What a form was made from, which it brings back; undefined where it does not. */
export function readShown(text: string): Details | undefined {
  try {
    return shownSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * What was typed, with what somebody else has changed meanwhile: what the reader did not touch is as it is on file now, and
 * what it did is as it was typed.
 */
export function mergedDetails(shown: Details, typed: Details, now: Details): Details {
  const touched = changedDetails(shown, typed);
  return { ...now, ...Object.fromEntries(touched.map((name) => [name, typed[name]])) };
}

/** What is wrong with a detail. `value`: the text, or the line of it, that cannot be used. */
export interface DetailFault {
  readonly is: 'missing' | 'too-many' | 'too-long' | 'unusable';
  readonly value: string;
  /** Of `too-many`, how many lines there are; of `too-long`, how many characters. */
  readonly count: number;
  readonly most: number;
}

export type DetailFaults = Partial<Readonly<Record<DetailName, DetailFault>>>;

/**
 * The change from what a form was made from to what it says, the same however often it is sent; `faults` has what cannot be
 * used. A customer keeps the region of its locale where the language stays.
 */
export function changeOf(
  shown: Details,
  typed: Details,
):
  | { readonly ok: true; readonly input: InputOf<'edit-details'> }
  | { readonly ok: false; readonly faults: DetailFaults } {
  const changed = changedDetails(shown, typed);
  const clear = changed.filter((name) => typed[name] === '').filter(isClearable);
  const toSet = changed.filter((name) => typed[name] !== '' || !isClearable(name));
  const values = Object.fromEntries(toSet.map((name) => [name, valueOf(name, typed[name])]));
  const read = z.partial(detailsSchema).safeParse(values);
  const issues = read.error?.issues ?? [];
  const faults = Object.fromEntries(
    toSet.flatMap((name) => {
      const issue = issues.find(({ path }) => path[0] === name);
      const fault = issue === undefined ? vatFault(name, typed[name]) : faultOf(issue, typed[name]);
      return fault === undefined ? [] : [[name, fault]];
    }),
  );
  return read.success && Object.keys(faults).length === 0
    ? { ok: true, input: { set: read.data, clear } }
    : { ok: false, faults };
}

function faultOf(issue: z.core.$ZodIssue, text: string): DetailFault {
  const index = issue.path[1];
  const value = typeof index === 'number' ? (text.split('\n')[index] ?? '') : text;
  if (text === '') return { is: 'missing', value, count: 0, most: 0 };
  if (issue.code !== 'too_big') return { is: 'unusable', value, count: 0, most: 0 };
  const most = Number(issue.maximum);
  return issue.origin === 'array'
    ? { is: 'too-many', value, count: text.split('\n').length, most }
    : { is: 'too-long', value, count: value.length, most };
}

function vatFault(name: DetailName, value: string): DetailFault | undefined {
  return name === 'vatId' && !isVatId(value) ? { is: 'unusable', value, count: 0, most: 0 } : undefined;
}

function isClearable(name: DetailName): name is z.infer<typeof clearableDetailSchema> {
  return clearableDetailSchema.safeParse(name).success;
}

function valueOf(name: DetailName, text: string): unknown {
  if (name === 'together') return text === 'yes';
  return severalLines.has(name) ? text.split('\n') : text;
}
