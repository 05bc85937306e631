import * as z from 'zod/mini';
import { customerKinds } from '../customer/kinds.ts';
import { inLanguagesSchema } from './language.ts';
import { filledSchema } from '../values/filled.ts';

/** What a customer gets of a benefit. A charged one names the plan's rate, by its key. */
const answerSchema = z.union([
  z.literal('included'),
  z.literal('denied'),
  z.strictObject({ charged: filledSchema }),
]);

/** When a rule applies: every condition that is set must hold. */
const conditionSchema = z.strictObject({
  cover: z.optional(z.enum(['in-force', 'none'])),
  customerKind: z.optional(z.array(z.enum(customerKinds))),
  model: z.optional(z.enum(['perpetual', 'subscription'])),
});

const ruleSchema = z.strictObject({
  when: conditionSchema,
  answer: answerSchema,
  /** The vendor's rule in words. */
  because: filledSchema,
});

/** Something that a plan's customers may have: the first rule that applies decides. */
export const benefitSchema = z
  .strictObject({
    key: z.string().check(z.regex(/^[a-z-]+$/)),
    name: inLanguagesSchema,
    rules: z.array(ruleSchema).check(z.minLength(1)),
  })
  .check(
    z.refine((benefit) => Object.keys(benefit.rules.at(-1)?.when ?? {}).length === 0, {
      error: 'the last rule of a benefit must hold whatever the case: its `when` is empty',
    }),
  );

export type Benefit = z.infer<typeof benefitSchema>;
export type BenefitAnswer = z.infer<typeof answerSchema>;

/** The keys of the rates that benefits are charged at. */
export function ratesOf(benefits: readonly Benefit[]): readonly string[] {
  return benefits.flatMap(({ rules }) =>
    rules.flatMap(({ answer }) => (typeof answer === 'string' ? [] : [answer.charged])),
  );
}
