import { ServiceError } from '../../shared/service-error.ts';
import type { Account } from '../../shared/account.ts';
import { type Call, decide, type Decision } from './evaluate.ts';
import type { Policies } from './policies.ts';
import { type Principal, type Role, roleSession, servicePrincipal } from './principals.ts';
import { policyHolder } from './resource-policies.ts';
import { withoutGrant } from './removal.ts';
import { concerns, readStatements, type Statement } from './statement.ts';
import { type PermissionReport, Usage } from './usage.ts';

/** Most decisions that are kept: each is small, but a run has an object of its own for every licence. */
const mostKept = 20_000;

const everything = readStatements({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });

/** Says of each call whether the application's policies allow it, and keeps what they were needed for. */
export class Permissions {
  readonly #policies: Policies;
  readonly #account: Account;
  readonly #usage: Usage;
  /** Decisions that no condition had a part in. */
  readonly #kept = new Map<string, Decision>();

  constructor(policies: Policies, account: Account) {
    this.#policies = policies;
    this.#account = account;
    this.#usage = new Usage(policies.roles);
  }

  /**
   * Lets calls pass that are all allowed.
   * @throws ServiceError AccessDeniedException, 403, for the first that is not, in AWS's words
   */
  check(principal: Principal, ...calls: readonly Call[]): void {
    for (const call of calls) {
      const decision = this.#decide(principal, call);
      if (decision.allowed) continue;
      this.#usage.denied(principal, call, decision.reason);
      throw accessDenied(principal, call, decision.reason);
    }
  }

  /** Whether calls are allowed, which a service makes for a role and leaves undone where they are not. */
  permits(principal: Principal, ...calls: readonly Call[]): boolean {
    try {
      this.check(principal, ...calls);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether a call would be allowed; one that would not is not held against anybody. */
  allows(principal: Principal, call: Call): boolean {
    return this.#decide(principal, call).allowed;
  }

  /**
   * A session of a role for a service, such as `lambda`, that acts for a resource.
   * @throws ServiceError when there is no such role, or its trust policy does not let the service have it
   */
  assume(service: string, roleArn: string, session: string, sourceArn: string): Role {
    const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
    if (!this.#policies.roles.has(name)) {
      throw new Error(`its role ${roleArn || '(none)'} is no role of the assembly`);
    }
    this.check(servicePrincipal(service, sourceArn), {
      action: 'sts:AssumeRole',
      resource: roleArn,
      context: { 'aws:sourcearn': [sourceArn], 'aws:sourceaccount': [this.#account.accountId] },
    });
    return roleSession(name, session, this.#account);
  }

  /** What the roles' policies were needed for so far, and what was denied. */
  report(): PermissionReport {
    return this.#usage.report(({ principal, call }, without) => {
      const identity = withoutGrant(this.#identityOf(principal), without);
      return decide(principal, call, identity, this.#policiesOf(call)).allowed;
    });
  }

  #decide(principal: Principal, call: Call): Decision {
    const key = `${principal.kind} ${principal.arn} ${call.action} ${call.resource}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const identity = this.#identityOf(principal);
    const ofResource = this.#policiesOf(call);
    const context = { 'aws:securetransport': ['true'], 's3:tlsversion': ['1.3'], ...call.context };
    const whole = { ...call, context };
    const decision = decide(principal, whole, identity, ofResource);
    if (decision.allowed && principal.kind === 'role') this.#usage.used(principal, whole, decision.by);
    const isConditional = (statement: Statement): boolean =>
      statement.conditions !== undefined && concerns(statement, call.action, call.resource);
    if (this.#kept.size < mostKept && ![...identity, ...ofResource].some(isConditional)) {
      this.#kept.set(key, decision);
    }
    return decision;
  }

  #policiesOf({ resource }: Call): readonly Statement[] {
    return this.#policies.resources.get(policyHolder(resource)) ?? [];
  }

  #identityOf(principal: Principal): readonly Statement[] {
    switch (principal.kind) {
      case 'administrator':
        return everything;
      case 'role':
        return this.#policies.roles.get(principal.name) ?? unknownKey(`role ${principal.name}`);
      case 'policy':
        return this.#policies.managed.get(principal.name) ?? unknownKey(`managed policy ${principal.name}`);
      case 'service':
      case 'anonymous':
        return [];
    }
  }
}

/** That a call is denied, in AWS's words. */
export function accessDenied({ arn }: Principal, { action, resource }: Call, reason: string): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    {},
    403,
  );
}

function unknownKey(what: string): never {
  throw new ServiceError(
    'UnrecognizedClientException',
    `The security token included in the request is invalid: the assembly has no ${what}`,
    {},
    403,
  );
}
