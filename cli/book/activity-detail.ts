import type { Command } from '../../domain/decide.ts';
import type { Activity } from '../../domain/events.ts';
import { decimalsOf, parseAmount } from '../../domain/money.ts';
import { count, defaulting } from './fields.ts';

/** The activities that activity.csv may name. */
export const bookActivities = [
  'payment',
  'request-quote',
  'accept-quote',
  'cancel',
  'resume',
  'activate',
  'install',
  'deactivate',
] as const satisfies readonly Activity[];
type BookActivityName = (typeof bookActivities)[number];

type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;

export type ReadDetail =
  | { readonly ok: true; readonly does: WithoutDay<Command> }
  | { readonly ok: false; readonly expected: string };

const yearsSchema = defaulting(count('years', 100), '1');

/** Reads the detail of an activity: a payment's amount in `currency`, an acceptance's years, else nothing. */
export function readDetail(activity: BookActivityName, detail: string, currency: string): ReadDetail {
  switch (activity) {
    case 'payment':
      return readPayment(detail, currency);
    case 'accept-quote':
      return readYears(detail);
    case 'request-quote':
    case 'cancel':
    case 'resume':
    case 'activate':
    case 'install':
    case 'deactivate':
      return detail === ''
        ? { ok: true, does: { activity } }
        : { ok: false, expected: `nothing with ${activity}` };
  }
}

function readPayment(detail: string, currency: string): ReadDetail {
  if (detail === '') return { ok: true, does: { activity: 'payment' } };
  const amount = parseAmount(detail, currency);
  if (amount !== undefined && amount.amount > 0) return { ok: true, does: { activity: 'payment', amount } };
  const example = (200).toFixed(decimalsOf(currency));
  return {
    ok: false,
    expected: `an amount above zero such as ${example} (${currency}), or nothing for all that is open`,
  };
}

function readYears(detail: string): ReadDetail {
  const years = yearsSchema.safeParse(detail);
  if (years.success) return { ok: true, does: { activity: 'accept-quote', years: years.data } };
  return { ok: false, expected: years.error.issues[0]?.message ?? 'years' };
}
