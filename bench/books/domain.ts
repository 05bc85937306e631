import { due, nextDueOn } from '../../domain/agenda.ts';
import { addDays, civilDate } from '../../domain/calendar.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Facts, Licence } from '../../domain/licence/licence.ts';
import { money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { register } from '../../domain/licence/register.ts';
import { plans } from '../../plans/index.ts';

const first = civilDate('2026-01-05');
const days = Array.from({ length: 365 }, (_, index) => addDays(first, index));
const rounds = 300;

/** How many licence-days a second `due` and `nextDueOn` answer together, for an active licence of each plan. */
export function licenceDaysPerSecond(): readonly { planId: string; perSecond: number }[] {
  return plans.map((plan) => {
    const licence = activeLicence(plan);
    const figures = Array.from({ length: 5 }, () => measure(plan, licence));
    return { planId: plan.id, perSecond: Math.round(median(figures)) };
  });
}

export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function measure(plan: Plan, licence: Licence): number {
  const started = performance.now();
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const day of days) {
      found += due(plan, licence, day).length;
      if (nextDueOn(plan, licence) !== undefined) found += 1;
    }
  }
  if (found === 0) throw new Error(`nothing is ever due on plan ${plan.id}`);
  return (rounds * days.length * 1000) / (performance.now() - started);
}

function activeLicence(plan: Plan): Licence {
  const isFlat = plan.price.kind === 'flat';
  const facts: Facts = {
    licenceId: 'L-1',
    planId: plan.id,
    customerId: 'C-1',
    country: 'DE',
    customerKind: 'end-user',
    product: plan.price.kind === 'flat' ? (Object.keys(plan.price.perYear)[0] ?? '') : 'Suite',
    edition: '',
    model: 'perpetual',
    modules: isFlat ? [] : [{ sku: 'M', listPrice: money(1000_00, plan.currency) }],
    purchasedOn: first,
    activatedOn: first,
    installedOn: first,
    initialYears: 1,
    onSiteTraining: true,
    termNumber: 1,
    registeredOn: first,
  };
  const licence = register(plan, facts).reduce<Licence | undefined>(evolve, undefined);
  if (licence === undefined) throw new Error(`plan ${plan.id} registers nothing`);
  return licence;
}
