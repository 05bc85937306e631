import * as z from 'zod/mini';
import {
  correctableFields,
  type CorrectableField,
  correctedFactsSchema,
  type CorrectedFacts,
} from '../../../domain/corrections/correctable.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../../../domain/customer/order-words.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { idSchema } from '../../../domain/text/id.ts';
import { monthDaySchema } from '../../../domain/time/month-day.ts';
import { licenceRowSchema } from '../files/licence-row.ts';
import { readModules } from '../values/modules.ts';
import { count } from '../../../client/cells/fields.ts';
import type { ReadDetail } from './detail.ts';
import { phrasesOf, reasonOf } from './words.ts';

/** Reads `[YEARS] [document=NUMBER] [licences=ID,… | except=ID,…] [po=NUMBER] [by=NAME]`, in any order; a number or a name may have spaces. */
export function readAcceptance(detail: string): ReadDetail {
  const expected =
    'years as a whole number from 1 to 100, or nothing for 1, and po=NUMBER and by=NAME; for a quote over several ' +
    'licences also document=NUMBER, and licences=ID,… or except=ID,…';
  const words = phrasesOf(detail, ['po', 'by', 'document', 'licences', 'except']);
  const chosen = words && chosenIn(words.named);
  if (words === undefined || chosen === undefined || words.plain.length > 1) return { ok: false, expected };
  const years = count('years', 100).safeParse(words.plain[0] ?? '1');
  const po = z.optional(purchaseOrderSchema).safeParse(words.named.get('po'));
  const by = z.optional(acceptedBySchema).safeParse(words.named.get('by'));
  if (!years.success || !po.success || !by.success) return { ok: false, expected };
  const accepted = { years: years.data, po: po.data, by: by.data, ...chosen };
  return { ok: true, does: () => ({ activity: 'accept-quote', ...accepted }) };
}

/** The shared quote that is named, and its licences that are chosen; undefined where that cannot be read. */
function chosenIn(named: ReadonlyMap<string, string>) {
  const document = named.get('document');
  const licences = idsIn(named.get('licences'));
  const except = idsIn(named.get('except'));
  const isChosen = licences !== undefined || except !== undefined;
  if ((isChosen && document === undefined) || (licences !== undefined && except !== undefined))
    return undefined;
  return { document, licences, except };
}

function idsIn(list: string | undefined): string[] | undefined {
  return list
    ?.split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** Reads `reason=WORDS`. */
export function readReason(activity: 'decline-quote' | 'remove', detail: string): ReadDetail {
  const reason = reasonOf(detail);
  const words = phrasesOf(detail, []);
  if (reason === undefined || words === undefined || words.plain.length > 0)
    return { ok: false, expected: 'reason=…' };
  return { ok: true, does: () => ({ activity, reason }) };
}

/** Reads `to=CUSTOMER reason=WORDS`; an id may have spaces. */
export function readTransfer(detail: string): ReadDetail {
  const words = phrasesOf(detail, ['to']);
  const to = idSchema.safeParse(words?.named.get('to'));
  const reason = reasonOf(detail);
  if (words === undefined || words.plain.length > 0 || !to.success || reason === undefined)
    return { ok: false, expected: 'to=CUSTOMER and reason=…' };
  return { ok: true, does: () => ({ activity: 'transfer', to: to.data, reason }) };
}

/** Reads `to=MM-DD`. */
export function readAlignment(detail: string): ReadDetail {
  const to = monthDaySchema.safeParse(/^to=(\S+)$/.exec(detail.trim())?.[1]);
  if (!to.success) return { ok: false, expected: 'to=MM-DD, a day of the year such as to=06-30' };
  return { ok: true, does: () => ({ activity: 'align', to: to.data }) };
}

/** Reads `FIELD=VALUE … reason=WORDS`: columns of licences.csv with values as they have them there. */
export function readCorrection(detail: string, plan: Plan): ReadDetail {
  const expected = `FIELD=VALUE for one or more of ${correctableFields.join(', ')}, and reason=…`;
  const words = phrasesOf(detail, correctableFields, 'empty-allowed');
  const reason = reasonOf(detail);
  if (words === undefined || words.plain.length > 0 || words.named.size === 0 || reason === undefined)
    return { ok: false, expected };
  const facts: Record<string, unknown> = {};
  for (const field of correctableFields) {
    const value = words.named.get(field);
    if (value === undefined) continue;
    const read = readFact(field, value, plan);
    if (!read.ok) return { ok: false, expected: `${field}=… with ${read.expected}` };
    facts[field] = read.value;
  }
  const corrected = correctedFactsSchema.safeParse(facts);
  if (!corrected.success) return { ok: false, expected };
  const given: CorrectedFacts = corrected.data;
  return { ok: true, does: () => ({ activity: 'correct', facts: given, reason }) };
}

type ReadFact =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly expected: string };

/** Reads a fact as its column of licences.csv has it; what is emptied there is null. */
export function readFact(field: CorrectableField, cell: string, { currency }: Plan): ReadFact {
  if (field === 'modules') {
    const read = readModules(cell, currency);
    return read.ok ? { ok: true, value: read.modules } : read;
  }
  const schema: z.ZodMiniType = licenceRowSchema.shape[field];
  const read = schema.safeParse(cell);
  if (read.success) return { ok: true, value: read.data ?? null };
  return {
    ok: false,
    expected: (read.error.issues[0]?.message ?? 'another value').replace(/^expected /, ''),
  };
}
