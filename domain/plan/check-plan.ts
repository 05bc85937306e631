import * as z from 'zod/mini';
import type { Plan } from './plan.ts';
import { planSchema } from './plan-schema.ts';

/**
 * Checks a plan by all that the compiler cannot see. Synthesis and the tests do so; functions trust the plans that they
 * were deployed with. Gives the plan; throws with each value that is wrong, and its place.
 */
export function checkPlan(plan: Plan): Plan {
  const checked = planSchema.safeParse(plan);
  if (checked.success) return checked.data;
  throw new Error(`plan ${plan.id} is not valid:\n${z.prettifyError(checked.error)}`);
}
