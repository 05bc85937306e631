import { describe, expect, test } from 'vitest';
import { type Call, decide } from '../../../local/iam/policies/evaluate.ts';
import {
  anonymous,
  type Principal,
  roleSession,
  servicePrincipal,
} from '../../../local/iam/policies/principals.ts';
import { readStatements } from '../../../local/iam/policies/statement.ts';
import { accountAt } from '../../../local/shared/account.ts';

const account = accountAt('http://127.0.0.1:1');
const role = roleSession('Lapse', 'lapse', account);
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Licences';
const queue = 'arn:aws:sqs:us-east-1:000000000000:lost';
const get: Call = { action: 'dynamodb:GetItem', resource: table };

function outcome(principal: Principal, call: Call, identity: object[], ofResource: object[] = []): string {
  const decision = decide(
    principal,
    call,
    readStatements({ Statement: identity }),
    readStatements({ Statement: ofResource }),
  );
  return decision.allowed ? 'allowed' : decision.reason;
}

const allow = (Action: string | string[], Resource: string | string[], more: object = {}) => {
  return { Effect: 'Allow', Action, Resource, ...more };
};
const deny = (Action: string, Resource: string, more: object = {}) => {
  return { Effect: 'Deny', Action, Resource, ...more };
};

describe('an identity', () => {
  test('is denied what no policy allows', () => {
    expect(outcome(role, get, [])).toBe(
      'because no identity-based policy allows the dynamodb:GetItem action',
    );
    expect(outcome(role, get, [allow('dynamodb:PutItem', table)])).toContain('no identity-based policy');
    expect(outcome(role, get, [allow('dynamodb:GetItem', `${table}s`)])).toContain('no identity-based');
  });

  test('is allowed what one policy allows', () => {
    expect(outcome(role, get, [allow(['dynamodb:PutItem', 'dynamodb:GetItem'], table)])).toBe('allowed');
  });

  test('is denied what a policy denies explicitly, whatever allows it', () => {
    const denied = 'with an explicit deny in an identity-based policy';
    expect(outcome(role, get, [allow('*', '*'), deny('dynamodb:GetItem', table)])).toBe(denied);
    expect(outcome(role, get, [deny('dynamodb:*', '*'), allow('*', '*')])).toBe(denied);
  });
});

describe("a resource's policy", () => {
  const send: Call = { action: 'sqs:SendMessage', resource: queue };
  test('allows a principal of the account by itself', () => {
    const named = { Principal: { AWS: 'arn:aws:iam::000000000000:role/Lapse' } };
    expect(outcome(role, send, [], [allow('sqs:SendMessage', queue, named)])).toBe('allowed');
    const another = { Principal: { AWS: 'arn:aws:iam::000000000000:role/Quote' } };
    expect(outcome(role, send, [], [allow('sqs:SendMessage', queue, another)])).toContain('no identity');
  });

  test('denies a principal that its own policies allow', () => {
    const everyone = { Principal: { AWS: '*' } };
    expect(outcome(role, send, [allow('sqs:*', '*')], [deny('sqs:*', queue, everyone)])).toBe(
      'with an explicit deny in a resource-based policy',
    );
  });

  test('that names the account leaves it to the policies of identities', () => {
    const root = { Principal: { AWS: 'arn:aws:iam::000000000000:root' } };
    const ofQueue = [allow('sqs:*', queue, root)];
    expect(outcome(role, send, [], ofQueue)).toContain('no identity-based policy');
    expect(outcome(role, send, [allow('sqs:SendMessage', queue)], ofQueue)).toBe('allowed');
  });

  test('is all that a service and the unsigned have', () => {
    const rule = 'arn:aws:events:us-east-1:000000000000:rule/payments';
    const events = servicePrincipal('events', rule);
    const onlyRule = {
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnEquals: { 'aws:SourceArn': rule } },
    };
    const from = (arn: string): Call => ({ ...send, context: { 'aws:sourcearn': [arn] } });
    const ofQueue = [allow('sqs:SendMessage', queue, onlyRule)];
    expect(outcome(events, from(rule), [], ofQueue)).toBe('allowed');
    expect(outcome(events, from(`${rule}2`), [], ofQueue)).toContain('no resource-based policy');
    expect(outcome(events, send, [], ofQueue)).toContain('no resource-based policy');
    expect(outcome(anonymous, send, [], ofQueue)).toContain('no resource-based policy');
    expect(outcome(anonymous, send, [], [allow('sqs:SendMessage', queue, { Principal: '*' })])).toBe(
      'allowed',
    );
  });
});

test('a key must itself leave it to the account, or allow', () => {
  const key = 'arn:aws:kms:us-east-1:000000000000:key/1';
  const use: Call = { action: 'kms:GenerateMac', resource: key };
  const root = { Principal: { AWS: 'arn:aws:iam::000000000000:root' } };
  const own = [allow('kms:GenerateMac', key)];
  const another = { Principal: { AWS: 'arn:aws:iam::000000000000:role/Quote' } };
  expect(outcome(role, use, own, [allow('kms:*', '*', another)])).toBe(
    'because no resource-based policy allows the kms:GenerateMac action',
  );
  expect(outcome(role, use, own, [allow('kms:*', '*', root)])).toBe('allowed');
  expect(outcome(role, use, [], [allow('kms:*', '*', root)])).toContain('no identity-based policy');
});
