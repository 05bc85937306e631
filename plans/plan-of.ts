import type { Plan } from '../domain/plan/plan.ts';
import { planById } from './index.ts';

/** Throws where this deployment has no such plan. */
export function planOf(planId: string): Plan {
  const plan = planById(planId);
  if (plan === undefined)
    throw new Error(`there is no plan ${planId}: plans/index.ts lists those that there are`);
  return plan;
}
