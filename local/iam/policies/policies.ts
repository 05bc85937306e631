import * as z from 'zod';
import type { Resource } from '../../assembly/resolver.ts';
import type { Account } from '../../shared/account.ts';
import { identify } from '../../resources/kinds.ts';
import { awsManaged } from './aws-managed.ts';
import { resourcePolicies } from './resource-policies.ts';
import { readStatements, type Statement } from './statement.ts';

/** Every policy of an application. */
export interface Policies {
  /** What each role may do, by its name. */
  readonly roles: ReadonlyMap<string, readonly Statement[]>;
  /** What each managed policy allows, by its name. */
  readonly managed: ReadonlyMap<string, readonly Statement[]>;
  /** What the policy of each resource says, by the resource's ARN; a role's own is its trust policy. */
  readonly resources: ReadonlyMap<string, readonly Statement[]>;
}

const names = z.array(z.string()).default([]);
const nobody = z.tuple([], 'the embedded cloud has no users and groups of IAM').default([]);

const roleSchema = z.looseObject({
  AssumeRolePolicyDocument: z.unknown(),
  Policies: z.array(z.looseObject({ PolicyDocument: z.unknown() })).default([]),
  ManagedPolicyArns: names,
  PermissionsBoundary: z.never('the embedded cloud has no permissions boundaries').optional(),
});

const policySchema = z.looseObject({
  PolicyDocument: z.unknown(),
  Roles: names,
  Users: nobody,
  Groups: nobody,
});

const keySchema = z.looseObject({ KeyPolicy: z.unknown().optional() });

/**
 * Reads the identity and resource policies among the resources of an application.
 * @throws for what the embedded cloud does not understand, naming the stack and the resource
 */
export function readPolicies(resources: readonly Resource[], account: Account): Policies {
  const roles = new Map<string, Statement[]>();
  const managed = new Map<string, readonly Statement[]>();
  const own = new Map<string, Statement[]>();
  const say = (of: string, statements: readonly Statement[]): void => {
    own.set(of, [...(own.get(of) ?? []), ...statements]);
  };
  // Policies are attached to roles by name, from whichever stack.
  const isRole = ({ type }: Resource): boolean => type === 'AWS::IAM::Role';
  for (const resource of [...resources.filter(isRole), ...resources.filter((one) => !isRole(one))]) {
    try {
      read(resource);
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      const { stack, logicalId, type } = resource;
      throw new Error(`stack ${stack}: the policy in ${logicalId} (${type}) cannot be checked here: ${why}`, {
        cause: error,
      });
    }
  }
  return { roles, managed, resources: own };

  function read(resource: Resource): void {
    switch (resource.type) {
      case 'AWS::IAM::Role': {
        const identity = identify(resource, account);
        const { AssumeRolePolicyDocument, Policies, ManagedPolicyArns } = roleSchema.parse(
          resource.properties(),
        );
        roles.set(identity.reference, [
          ...Policies.flatMap(({ PolicyDocument }) => readStatements(PolicyDocument)),
          ...ManagedPolicyArns.flatMap(awsManagedPolicy),
        ]);
        say(identity.attribute('Arn') ?? '', readStatements(AssumeRolePolicyDocument));
        return;
      }
      case 'AWS::IAM::Policy':
      case 'AWS::IAM::ManagedPolicy': {
        const { reference } = identify(resource, account);
        const { PolicyDocument, Roles } = policySchema.parse(resource.properties());
        const statements = readStatements(PolicyDocument);
        for (const role of Roles) attach(role, statements);
        if (resource.type === 'AWS::IAM::ManagedPolicy') managed.set(policyName(reference), statements);
        return;
      }
      case 'AWS::KMS::Key': {
        const identity = identify(resource, account);
        const { KeyPolicy } = keySchema.parse(resource.properties());
        say(identity.attribute('Arn') ?? '', readStatements(KeyPolicy ?? defaultKeyPolicy(account)));
        return;
      }
      default:
        for (const { of, statements } of resourcePolicies(resource, account)) say(of, statements);
    }
  }

  function attach(role: string, statements: readonly Statement[]): void {
    const attached = roles.get(role);
    if (attached === undefined)
      throw new Error(`it is attached to ${role}, which is no role of this assembly`);
    attached.push(...statements);
  }
}

/** A policy that a role has by its ARN; those of the application are attached by the policies themselves. */
function awsManagedPolicy(policyArn: string): readonly Statement[] {
  const statements = awsManaged.get(policyArn);
  if (statements !== undefined) return statements;
  throw new Error(
    `policy ${policyArn} is not known: add it to local/iam/policies/aws-managed.ts, or attach it by its Roles`,
  );
}

/** What KMS gives a key without a policy: it leaves the key to the account's own policies. */
function defaultKeyPolicy({ accountId }: Account): unknown {
  const Principal = { AWS: `arn:aws:iam::${accountId}:root` };
  return { Statement: { Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' } };
}

/** The name of a managed policy, which its ARN ends with. */
function policyName(policyArn: string): string {
  return policyArn.slice(policyArn.lastIndexOf('/') + 1);
}
