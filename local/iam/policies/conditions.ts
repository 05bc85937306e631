import * as z from 'zod';
import { arnWildcard, type Matcher, wildcard } from './wildcards.ts';

/** What is known of a request beyond its action and resource: the values of condition keys, by their names in lower case. */
export type Context = Readonly<Record<string, readonly string[]>>;

/** Whether the conditions of a statement hold for a request. */
export type Conditions = (context: Context) => boolean;

const values = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))])
  .transform((value) => [value].flat().map(String));

/** Conditions as a policy has them: operator, key, values. */
export const conditionSchema = z.record(z.string(), z.record(z.string(), values));

/** The keys that the embedded cloud gives values to where a request has them. */
const knownKeys = new Set([
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'lambda:functionurlauthtype',
  'lambda:invokedviafunctionurl',
  's3:tlsversion',
  'ses:fromaddress',
  'ses:recipients',
]);

/** How one value of a policy is compared with one of a request, by operator. */
const comparisons: Readonly<Record<string, (wanted: string) => Matcher>> = {
  ArnEquals: arnWildcard,
  ArnLike: arnWildcard,
  Bool: (wanted) => (value) => value.toLowerCase() === wanted.toLowerCase(),
  NumericLessThan: (wanted) => (value) => Number(value) < Number(wanted),
  StringEquals: (wanted) => (value) => value === wanted,
  StringLike: wildcard,
};

/**
 * Compiles the conditions of a statement: all of them must hold.
 * @throws for an operator or a key that the embedded cloud does not know, by its name
 */
export function compileConditions(conditions: z.infer<typeof conditionSchema>): Conditions {
  const tests = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => compile(operator, key.toLowerCase(), wanted)),
  );
  return (context) => tests.every((holds) => holds(context));
}

function compile(operator: string, key: string, wanted: readonly string[]): Conditions {
  const [, quantifier, name = ''] = /^(?:(ForAllValues):)?(\w+)$/.exec(operator) ?? [];
  const comparison = comparisons[name];
  if (comparison === undefined) {
    throw new Error(
      `condition operator ${operator} is not known to the embedded cloud: add it to local/iam/policies/conditions.ts`,
    );
  }
  if (!knownKeys.has(key)) {
    throw new Error(
      `condition key ${key} is not known to the embedded cloud: add it to local/iam/policies/conditions.ts, and its value where calls are described in local/iam/calls/`,
    );
  }
  const matchers = wanted.map(comparison);
  const isWanted = (value: string): boolean => matchers.some((matches) => matches(value));
  return (context) => {
    const found = context[key] ?? [];
    // Of no values, all are as wanted; a single one that is missing is not.
    if (quantifier === 'ForAllValues') return found.every(isWanted);
    const [only] = found;
    return only !== undefined && found.length === 1 && isWanted(only);
  };
}
