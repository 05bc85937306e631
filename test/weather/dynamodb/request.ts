import type { Item, Values } from './evaluate.ts';
import { valueOf } from './evaluate.ts';
import { type Condition, ExpressionReader, type Operand, type Update } from './expression.ts';

/** A request of the document client. */
export type Input = Readonly<Record<string, unknown>>;

/** What the world knows when a request arrives. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How old a view an index or an eventually consistent read shows, in milliseconds; 0 for the newest. */
  readonly lag: number;
}

const known = new Map<string, unknown>();

/** Each expression is read once: its values are not part of it. */
function reading<T>(expression: unknown, input: Input, read: (reader: ExpressionReader) => T): T {
  const names = input['ExpressionAttributeNames'] as Readonly<Record<string, string>> | undefined;
  const text = String(expression);
  const key = names === undefined ? text : `${text}\u0000${JSON.stringify(names)}`;
  const before = known.get(key) as T | undefined;
  if (before !== undefined) return before;
  const result = read(new ExpressionReader(text, names));
  known.set(key, result);
  return result;
}

export function conditionIn(input: Input, member: string): Condition {
  return reading(input[member], input, (reader) => reader.condition());
}

export function updateIn(input: Input): Update {
  return reading(input['UpdateExpression'], input, (reader) => reader.update());
}

export function valuesIn(input: Input): Values {
  return (input['ExpressionAttributeValues'] ?? {}) as Values;
}

/** What a request wants of an item: all of it, or what its projection names. */
export function projected(item: Item, input: Input): Item {
  const expression = input['ProjectionExpression'];
  if (expression === undefined) return item;
  const paths = reading(expression, input, (reader): readonly Operand[] => reader.paths());
  const chosen = paths.flatMap((path) => {
    const value = valueOf(path, item, {});
    const name = path.kind === 'path' ? path.path[0] : undefined;
    return value === undefined || name === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(chosen);
}
