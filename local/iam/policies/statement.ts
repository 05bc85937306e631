import * as z from 'zod';
import { type Conditions, compileConditions, conditionSchema } from './conditions.ts';
import type { Principal } from './principals.ts';
import { actionWildcard, arnWildcard, type Matcher, wildcard } from './wildcards.ts';

/** A pattern of a policy as it is written, and whether a text matches it. */
interface Pattern {
  readonly text: string;
  readonly matches: Matcher;
}

/** One statement of a policy, compiled. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  /** Undefined where the statement has none. */
  readonly conditions: Conditions | undefined;
  /** The principals of a statement of a resource's policy; none in the policy of an identity. */
  readonly principals: Principals;
}

/** The principals of a statement of a resource's policy. */
interface Principals {
  matches(principal: Principal): boolean;
  /** Whether it leaves it to the account's own policies, by naming the account. */
  readonly delegates: boolean;
}

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z
    .union([z.literal('*'), z.strictObject({ AWS: texts.optional(), Service: texts.optional() })])
    .optional(),
  Action: texts,
  Resource: texts.optional(),
  Condition: conditionSchema.optional(),
});

const documentSchema = z.looseObject({
  Statement: z.union([z.array(statementSchema), statementSchema.transform((only) => [only])]),
});

/**
 * Compiles a policy document.
 * @param ownResource what the statements of a policy without `Resource`, such as a role's trust policy, are about
 * @throws for what the embedded cloud does not understand, such as NotAction, by its name
 */
export function readStatements(document: unknown, ownResource?: string): Statement[] {
  return documentSchema.parse(document).Statement.map((statement) => {
    const { Effect, Principal: named, Action, Resource = [ownResource ?? '*'], Condition } = statement;
    const principals = principalsOf(named);
    if (Effect === 'Deny' && principals.delegates) {
      throw new Error('the embedded cloud does not deny the account as a whole: name the principals, or *');
    }
    return {
      effect: Effect,
      actions: Action.map((text) => ({ text, matches: actionWildcard(text) })),
      resources: Resource.map((text) => ({ text, matches: arnWildcard(text) })),
      conditions: Condition && compileConditions(Condition),
      principals,
    };
  });
}

/** Whether a statement is about an action on a resource, whatever its conditions. */
export function concerns({ actions, resources }: Statement, action: string, resource: string): boolean {
  return actions.some(({ matches }) => matches(action)) && resources.some(({ matches }) => matches(resource));
}

function principalsOf(named: z.infer<typeof statementSchema>['Principal']): Principals {
  if (named === undefined) return { matches: () => false, delegates: false };
  if (named === '*') return { matches: () => true, delegates: false };
  const { AWS = [], Service = [] } = named;
  const isEveryone = AWS.includes('*');
  const isNamed = AWS.map(wildcard);
  return {
    matches: (principal) =>
      principal.kind === 'service'
        ? isEveryone || Service.includes(principal.name)
        : isEveryone || namesOf(principal).some((name) => isNamed.some((matches) => matches(name))),
    delegates: AWS.some((name) => name.endsWith(':root')),
  };
}

/** The ARNs by which a resource's policy may name a principal: for a session of a role also the role's. */
function namesOf(principal: Principal): string[] {
  return principal.kind === 'role' ? [principal.arn, principal.roleArn] : [principal.arn];
}
