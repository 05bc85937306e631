import { userInfo } from 'node:os';
import { localKey, type Account } from '../../shared/account.ts';

/** Who makes a call. */
export type Principal =
  | {
      /** The local user, who may do everything, as an administrator of an AWS account. */
      readonly kind: 'administrator';
      readonly arn: string;
    }
  | {
      /** Has the policies of a role. */
      readonly kind: 'role';
      readonly name: string;
      readonly roleArn: string;
      /** Of the session, `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
      readonly arn: string;
    }
  | {
      /** A user that has one managed policy and nothing else. */
      readonly kind: 'policy';
      readonly name: string;
      readonly arn: string;
    }
  | {
      /** A service of AWS on behalf of a resource, such as `events.amazonaws.com` on behalf of a rule. */
      readonly kind: 'service';
      readonly name: string;
      readonly arn: string;
      readonly sourceArn: string;
    }
  | {
      /** Whoever signs nothing. */
      readonly kind: 'anonymous';
      readonly arn: string;
    };

/** A session of a role. */
export type Role = Extract<Principal, { kind: 'role' }>;

/** Whoever signs nothing. */
export const anonymous: Principal = { kind: 'anonymous', arn: 'anonymous' };

/** A service of AWS, such as `events`, that acts for a resource of the account. */
export function servicePrincipal(service: string, sourceArn: string): Principal {
  const name = `${service}.amazonaws.com`;
  return { kind: 'service', name, arn: name, sourceArn };
}

/** A session of a role. */
export function roleSession(name: string, session: string, { accountId }: Account): Role {
  return {
    kind: 'role',
    name,
    roleArn: `arn:aws:iam::${accountId}:role/${name}`,
    arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${session}`,
  };
}

/** The access key id of a session of a role, such as that of a function. */
export function roleKey(role: string, session: string): string {
  return `role:${role}:${session}`;
}

/** The access key id of a user that has exactly one managed policy of the application, by the policy's name. */
export function policyKey(policy: string): string {
  return `policy:${policy}`;
}

/** The principal that an access key id names; undefined for a key that this cloud did not give. */
export function principalOf(accessKeyId: string, account: Account): Principal | undefined {
  if (accessKeyId === localKey) return { kind: 'administrator', arn: localUserArn(account.accountId) };
  const [, kind, name = '', session = ''] =
    /^(role|policy):([\w+=.@-]+)(?::([\w+=.@-]+))?$/.exec(accessKeyId) ?? [];
  if (kind === 'role' && session !== '') return roleSession(name, session, account);
  if (kind === 'policy' && session === '') {
    return { kind, name, arn: `arn:aws:iam::${account.accountId}:user/${name}` };
  }
  return undefined;
}

/** The user of this machine, by a name that IAM takes. */
function localUserArn(accountId: string): string {
  const name = userInfo().username.replaceAll(/[^\w+=,.@-]/g, '-');
  return `arn:aws:iam::${accountId}:user/${name}`;
}
