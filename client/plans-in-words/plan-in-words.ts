import type { Plan } from '../../domain/plan/plan.ts';
import { benefitsInWords } from './benefits.ts';
import { pricesInWords } from './prices.ts';
import { servicesInWords } from './services.ts';
import { type Chapter, sayOf } from './statement.ts';
import { coverInWords, lapseInWords, remindersInWords } from './terms.ts';

/** A plan's terms as a person would explain them, made from its data alone. */
export function planInWords(plan: Plan): readonly Chapter[] {
  const say = sayOf(plan.id);
  return [
    coverInWords(plan, say),
    lapseInWords(plan, say),
    remindersInWords(plan, say),
    pricesInWords(plan, say),
    benefitsInWords(plan, say),
    ...servicesInWords(plan, say),
  ];
}
