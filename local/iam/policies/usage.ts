import type { Call } from './evaluate.ts';
import type { Principal } from './principals.ts';
import type { Statement } from './statement.ts';

/** One thing that a policy allows a role: one of a statement's actions on one of its resources, both as written. */
interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** A call that was denied to a role, or to a service of AWS. */
interface Denial {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly reason: string;
}

/** What was needed of the roles' policies, and what they lack. */
export interface PermissionReport {
  /** What roles are granted and no call was allowed by alone. */
  readonly unused: readonly Grant[];
  /** What was denied to roles and services. */
  readonly denied: readonly Denial[];
}

/** What the roles' grants were needed for: a grant is needed when a call was allowed by it alone. */
export class Usage {
  readonly #unused = new Map<string, Grant>();
  readonly #denials = new Map<string, Denial>();

  constructor(roles: ReadonlyMap<string, readonly Statement[]>) {
    for (const [role, statements] of roles) {
      const allowing = statements.filter(({ effect }) => effect === 'Allow');
      for (const { actions, resources } of allowing) {
        for (const { text: action } of actions) {
          for (const { text: resource } of resources) {
            this.#unused.set(keyOf(role, action, resource), { role, action, resource });
          }
        }
      }
    }
  }

  /** A call was allowed to a role by these statements. */
  used(role: string, { action, resource }: Call, by: readonly Statement[]): void {
    const grants = by.flatMap(({ actions, resources }) =>
      actions
        .filter(({ matches }) => matches(action))
        .flatMap((one) =>
          resources
            .filter(({ matches }) => matches(resource))
            .map((other) => keyOf(role, one.text, other.text)),
        ),
    );
    const [only] = grants;
    if (only !== undefined && grants.length === 1) this.#unused.delete(only);
  }

  denied(principal: Principal, { action, resource }: Call, reason: string): void {
    if (principal.kind !== 'role' && principal.kind !== 'service') return;
    const { arn } = principal;
    this.#denials.set(keyOf(arn, action, resource), { principal: arn, action, resource, reason });
  }

  report(): PermissionReport {
    return { unused: [...this.#unused.values()], denied: [...this.#denials.values()] };
  }
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
