import type { Plan } from '../../domain/plan/plan.ts';
import { planById, plans } from '../../plans/index.ts';
import { refused } from './ending.ts';

/** The plan of an id that an operator names; refuses another, with those that there are. */
export function planNamed(planId: string): Plan {
  const plan = planById(planId);
  if (plan !== undefined) return plan;
  throw refused(`There is no plan ${planId}. The plans are ${plans.map(({ id }) => id).join(', ')}.`);
}
