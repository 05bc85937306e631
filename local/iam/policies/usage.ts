import type { Call } from './evaluate.ts';
import type { Principal, Role } from './principals.ts';
import type { Grant } from './removal.ts';
import type { Statement } from './statement.ts';

/** A call that was denied to a role, or to a service of AWS. */
interface Denial {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly reason: string;
}

/** What was needed of the roles' policies, and what they lack. */
export interface PermissionReport {
  /** What roles are granted and could be taken from them: every call that was made would be allowed without it. */
  readonly unused: readonly Grant[];
  /** What was denied to roles and services. */
  readonly denied: readonly Denial[];
}

/** A call that only one grant has allowed. */
export interface Witness {
  readonly principal: Principal;
  readonly call: Call;
}

/** What the roles' grants were needed for: a grant is needed when a call is denied without it. */
export class Usage {
  readonly #grants = new Map<string, Grant>();
  readonly #witnesses = new Map<string, Witness>();
  readonly #denials = new Map<string, Denial>();

  constructor(roles: ReadonlyMap<string, readonly Statement[]>) {
    for (const [role, statements] of roles) {
      const allowing = statements.filter(({ effect }) => effect === 'Allow');
      for (const { actions, resources } of allowing) {
        for (const { text: action } of actions) {
          for (const { text: resource } of resources) {
            this.#grants.set(keyOf(role, action, resource), { role, action, resource });
          }
        }
      }
    }
  }

  /** A call was allowed to a role by these statements. */
  used(role: Role, call: Call, by: readonly Statement[]): void {
    const grants = by.flatMap(({ actions, resources }) =>
      actions
        .filter(({ matches }) => matches(call.action))
        .flatMap((one) =>
          resources
            .filter(({ matches }) => matches(call.resource))
            .map((other) => keyOf(role.name, one.text, other.text)),
        ),
    );
    const [only] = grants;
    if (only !== undefined && grants.length === 1 && !this.#witnesses.has(only)) {
      this.#witnesses.set(only, { principal: role, call });
    }
  }

  denied(principal: Principal, { action, resource }: Call, reason: string): void {
    if (principal.kind !== 'role' && principal.kind !== 'service') return;
    const { arn } = principal;
    this.#denials.set(keyOf(arn, action, resource), { principal: arn, action, resource, reason });
  }

  /** @param isAllowed whether a call is allowed where the role does not have a grant */
  report(isAllowed: (witness: Witness, without: Grant) => boolean): PermissionReport {
    const isUnused = ([key, grant]: [string, Grant]): boolean => {
      const witness = this.#witnesses.get(key);
      return witness === undefined || isAllowed(witness, grant);
    };
    const unused = [...this.#grants].filter(isUnused).map(([, grant]) => grant);
    return { unused, denied: [...this.#denials.values()] };
  }
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
