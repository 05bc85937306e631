import { findEdition, findModules } from '../../../domain/changes/look-up.ts';
import { type Money, money } from '../../../domain/billing/money.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { readAmount } from '../values/amount.ts';
import type { ReadDetail } from './detail.ts';

/** Reads the edition that a licence is to change to, by its name in the plan's price list. */
export function readEdition(detail: string, plan: Plan): ReadDetail {
  if ('missing' in findEdition(plan, detail)) return notListed('an edition', plan, plan.catalogue?.editions);
  return { ok: true, does: () => ({ activity: 'request-change', edition: detail }) };
}

/** Reads the SKUs of modules of the plan's price list. */
export function readNewModules(detail: string, plan: Plan): ReadDetail {
  const skus = detail.split(' ').filter(Boolean);
  if ('missing' in findModules(plan, skus)) return notListed('modules', plan, plan.catalogue?.modules);
  return { ok: true, does: () => ({ activity: 'add-modules', skus }) };
}

const hoursShape = /^\d{1,4}([.,]\d{1,2})?$/;

/** Reads `hours=HOURS hardware=AMOUNT`, in any order; an omitted value is 0. */
export function readMigration(detail: string, { currency }: Plan): ReadDetail {
  const expected = `hours=… with two decimals at most and hardware=… as an amount (${currency}), separated by spaces`;
  let hours: number | undefined;
  let hardware: Money | undefined;
  for (const word of detail.split(' ').filter(Boolean)) {
    const [, name = '', value = ''] = /^(hours|hardware)=(.*)$/.exec(word) ?? [];
    const amount = readAmount(value, currency);
    if (name === 'hours' && hours === undefined && hoursShape.test(value))
      hours = Number(value.replace(',', '.'));
    else if (name === 'hardware' && hardware === undefined && amount !== undefined) hardware = amount;
    else return { ok: false, expected };
  }
  const work = { hours: hours ?? 0, hardware: hardware ?? money(0, currency) };
  return { ok: true, does: () => ({ activity: 'request-migration', ...work }) };
}

function notListed(what: string, { id }: Plan, list: object = {}): ReadDetail {
  const names = Object.keys(list);
  const expected =
    names.length === 0
      ? `no such activity: ${id} has no price list for it`
      : `${what} of the price list of ${id}: ${names.join(', ')}`;
  return { ok: false, expected };
}
