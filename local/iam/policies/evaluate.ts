import type { Context } from './conditions.ts';
import type { Principal } from './principals.ts';
import { concerns, type Statement } from './statement.ts';

/** One thing that a request does: an action on a resource. A request may do several, each of which must be allowed. */
export interface Call {
  /** Such as `dynamodb:GetItem`. */
  readonly action: string;
  /** ARN, or `*` for an action on no resource in particular. */
  readonly resource: string;
  readonly context?: Context;
}

/** What the policies say of a call. */
export type Decision =
  | { readonly allowed: true; readonly by: readonly Statement[] }
  | {
      readonly allowed: false;
      /** In AWS's words, `because no identity-based policy allows the dynamodb:GetItem action`. */
      readonly reason: string;
    };

/**
 * Decides by AWS's logic of evaluation within one account: an explicit deny wins; otherwise one allow is enough, by
 * the identity's policies or by the resource's. A key of KMS is the exception: its own policy must allow, or leave it
 * to the account. A service, and whoever signs nothing, has the resource's policy only.
 */
export function decide(
  principal: Principal,
  { action, resource, context = {} }: Call,
  identity: readonly Statement[],
  ofResource: readonly Statement[],
): Decision {
  const applies = (statement: Statement): boolean =>
    concerns(statement, action, resource) && (statement.conditions?.(context) ?? true);
  const own = identity.filter(applies);
  const others = ofResource.filter(
    (statement) =>
      applies(statement) && (statement.principals.matches(principal) || statement.principals.delegates),
  );
  if (own.some(({ effect }) => effect === 'Deny')) {
    return { allowed: false, reason: 'with an explicit deny in an identity-based policy' };
  }
  if (others.some(({ effect, principals }) => effect === 'Deny' && principals.matches(principal))) {
    return { allowed: false, reason: 'with an explicit deny in a resource-based policy' };
  }
  const direct = others.filter(({ principals }) => principals.matches(principal));
  // A key without any policy is none of this account's, and KMS itself says so.
  const isKey = action.startsWith('kms:') && ofResource.length > 0;
  const isDelegated = !isKey || others.some(({ principals }) => principals.delegates);
  const by = [...direct, ...(isDelegated ? own : [])];
  if (by.length > 0) return { allowed: true, by };
  const isIdentity = principal.kind !== 'service' && principal.kind !== 'anonymous' && isDelegated;
  const kind = isIdentity ? 'identity' : 'resource';
  return { allowed: false, reason: `because no ${kind}-based policy allows the ${action} action` };
}
