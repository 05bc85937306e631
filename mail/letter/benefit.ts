import type { InLanguages } from '../../domain/plan/language.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What a plan calls one of its benefits. Throws if it has none of that key. */
export function benefitNamed({ id, benefits }: Plan, key: string): InLanguages {
  const benefit = benefits.find((candidate) => candidate.key === key);
  if (benefit !== undefined) return benefit.name;
  throw new Error(`plan ${id} has no benefit ${key}`);
}

/** What a plan calls the benefit that updates are part of. Throws if it announces none. */
export function updatesBenefit(plan: Plan): InLanguages {
  if (plan.updates === null) throw new Error(`plan ${plan.id} announces no updates`);
  return benefitNamed(plan, plan.updates.benefit);
}
