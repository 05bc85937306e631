import { type LicenceCommand, licenceCommandSchema } from '../../../../contracts/operator/commands.ts';
import { decimalsOf } from '../../../../domain/billing/currency.ts';
import { type Money, parseAmount } from '../../../../domain/billing/money.ts';
import type { About, Action, Field, Values } from './action.ts';

/** What a browser sent of a form, by the names of its fields. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** A command, or what is wrong with which field; under an empty name what is wrong with the whole. */
export type ReadForm =
  | { readonly ok: true; readonly command: LicenceCommand }
  | { readonly ok: false; readonly mistakes: Readonly<Record<string, string>> };

/** Reads the form of an action: each field by its type, and the whole by the schema of the operator function. */
export function readForm(
  activity: LicenceCommand['activity'],
  action: Action,
  about: About,
  given: Given,
): ReadForm {
  const fields = action.fields?.(about) ?? [];
  const mistakes: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const read = readField(field, given[field.name] ?? [], about);
    if ('mistake' in read) mistakes[field.name] = read.mistake;
    else if (read.value !== undefined) values[field.name] = read.value;
  }
  if (Object.keys(mistakes).length > 0) return { ok: false, mistakes };
  const written: Values = action.command?.(values, about) ?? values;
  const command = licenceCommandSchema.safeParse({ activity, ...written });
  if (command.success) return { ok: true, command: command.data };
  for (const { path, message } of command.error.issues) mistakes[fieldAt(path, fields)] = inWords(message);
  return { ok: false, mistakes };
}

type ReadField = { readonly value: unknown } | { readonly mistake: string };

function readField(field: Field, texts: readonly string[], { plan }: About): ReadField {
  const text = (texts[0] ?? '').trim();
  if (field.type === 'choices') {
    if (texts.length === 0)
      return field.required ? { mistake: 'Choose at least one.' } : { value: undefined };
    return { value: [...texts] };
  }
  if (field.type === 'yes') return { value: text === 'yes' ? true : undefined };
  if (text === '') return field.required ? { mistake: mistakeIfMissing(field) } : { value: undefined };
  switch (field.type) {
    case 'amount': {
      const amount = parseAmount(text, plan.currency);
      if (amount !== undefined && amount.amount >= 0) return { value: amount };
      const example = (200).toFixed(decimalsOf(plan.currency));
      return { mistake: `Enter an amount in ${plan.currency} such as ${example}.` };
    }
    case 'number':
      return /^\d{1,4}(\.\d{1,2})?$/.test(text)
        ? { value: Number(text) }
        : { mistake: 'Enter a number such as 6 or 6.5.' };
    case 'modules':
      return readModules(text, plan.currency);
    case 'line':
    case 'lines':
    case 'date':
    case 'choice':
      return { value: text };
  }
}

/** Modules with their list prices, one on a line. */
function readModules(text: string, currency: string): ReadField {
  const modules: { sku: string; listPrice: Money }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const equals = line.indexOf('=');
    const sku = line.slice(0, Math.max(equals, 0)).trim();
    const listPrice = parseAmount(line.slice(equals + 1).trim(), currency);
    if (sku === '' || listPrice === undefined)
      return { mistake: `${line.slice(0, 60)}: enter SKU=price, such as POS=399.95, in ${currency}.` };
    modules.push({ sku, listPrice });
  }
  return { value: modules };
}

function mistakeIfMissing({ label, type }: Field): string {
  return type === 'choice' ? 'Choose one.' : `Enter ${label.toLowerCase()}.`;
}

/** The innermost part of a path that is a field: facts that are corrected lie within the command. */
function fieldAt(path: readonly PropertyKey[], fields: readonly Field[]): string {
  return fields.find(({ name }) => path.includes(name))?.name ?? '';
}

function inWords(message: string): string {
  const text = message.replace(/^expected /, 'Expected ');
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
