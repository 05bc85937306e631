import type { BenefitAnswer } from '../../domain/plan/benefits.ts';

/** Whether a benefit is included, charged or denied. */
export function answerInWords(answer: BenefitAnswer): string {
  return typeof answer === 'string' ? answer : `charged (${answer.charged})`;
}
