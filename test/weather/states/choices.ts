import { textOf } from './text.ts';
import { type Json, type JsonObject, read, StatesError } from './paths.ts';

type Rule = Readonly<Record<string, unknown>>;

/** The state that follows a choice. */
export function choose(state: Readonly<Record<string, unknown>>, data: Json, context: JsonObject): string {
  const choices = state['Choices'] as readonly Rule[];
  const chosen = choices.find((rule) => applies(rule, data, context));
  const next = chosen?.['Next'] ?? state['Default'];
  if (next === undefined) throw new StatesError('States.NoChoiceMatched', 'no choice matches');
  return textOf(next);
}

function applies(rule: Rule, data: Json, context: JsonObject): boolean {
  const [operator = ''] = Object.keys(rule).filter((key) => !['Next', 'Variable'].includes(key));
  const wanted = rule[operator];
  if (operator === 'And') return (wanted as readonly Rule[]).every((each) => applies(each, data, context));
  if (operator === 'Or') return (wanted as readonly Rule[]).some((each) => applies(each, data, context));
  if (operator === 'Not') return !applies(wanted as Rule, data, context);
  const value = read(textOf(rule['Variable']), data, context);
  switch (operator) {
    case 'StringEquals':
    case 'NumericEquals':
    case 'BooleanEquals':
      return value === wanted;
    case 'NumericGreaterThan':
      return typeof value === 'number' && value > Number(wanted);
    case 'NumericGreaterThanEquals':
      return typeof value === 'number' && value >= Number(wanted);
    case 'NumericLessThan':
      return typeof value === 'number' && value < Number(wanted);
    default:
      throw new Error(`the model does not know the choice ${operator}`);
  }
}
