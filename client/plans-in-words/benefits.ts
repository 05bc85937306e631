import type { Benefit } from '../../domain/plan/benefits.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Chapter, listOf, type Say } from './statement.ts';

/** What cover gives, and what there is without it. */
export function benefitsInWords({ benefits, rates }: Plan, say: Say): Chapter {
  return {
    heading: 'What cover gives',
    statements: benefits.map((benefit) => say([`benefits.${benefit.key}`], benefitInWords(benefit, rates))),
  };
}

function benefitInWords({ name, rules }: Benefit, rates: Plan['rates']): string {
  const sayAnswer = (answer: Benefit['rules'][number]['answer']): string => {
    if (answer === 'included') return 'included';
    return answer === 'denied'
      ? 'not included'
      : `charged at the ${rates[answer.charged]?.en ?? answer.charged}`;
  };
  const [first] = rules;
  const parts =
    rules.length === 1 && first !== undefined
      ? [first.answer === 'included' ? 'for everybody' : sayAnswer(first.answer)]
      : rules.map(({ when, answer }) => `${sayAnswer(answer)} ${whenInWords(when)}`);
  const subject = `${name.en.slice(0, 1).toUpperCase()}${name.en.slice(1)}`;
  return `${subject}: ${parts.join('; ')}.`;
}

function whenInWords({ cover, customerKind, model }: Benefit['rules'][number]['when']): string {
  const parts = [
    ...(model === undefined
      ? []
      : [model === 'subscription' ? 'for subscriptions' : 'for perpetual licences']),
    ...(customerKind === undefined
      ? []
      : [
          `for ${listOf(
            customerKind.map((kind) => kindNames[kind]),
            'and',
          )}`,
        ]),
    ...(cover === undefined ? [] : [cover === 'in-force' ? 'while cover is in force' : 'without cover']),
  ];
  return parts.length > 0 ? parts.join(' ') : 'otherwise';
}

const kindNames = {
  'end-user': 'end users',
  reseller: 'resellers',
  msp: 'managed service providers',
  hosted: 'customers of hosted services',
};
