import type { InLanguages } from '../../domain/plan/language.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What a plan calls one of its benefits. Throws where it has none of that key. */
export function benefitNamed({ id, benefits }: Plan, key: string): InLanguages {
  const benefit = benefits.find((candidate) => candidate.key === key);
  if (benefit !== undefined) return benefit.name;
  throw new Error(`plan ${id} has no benefit ${key}`);
}
