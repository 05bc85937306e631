import { expect, test } from 'vitest';
import { Permissions } from '../../../local/iam/policies/permissions.ts';
import { roleSession } from '../../../local/iam/policies/principals.ts';
import { readStatements } from '../../../local/iam/policies/statement.ts';
import { accountAt } from '../../../local/shared/account.ts';

const account = accountAt('http://127.0.0.1:1');
const role = roleSession('Lapse', 'lapse', account);
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Licences';

function permissionsOf(...statements: readonly object[]): Permissions {
  const allowed = readStatements({ Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
  return new Permissions(
    { roles: new Map([['Lapse', allowed]]), managed: new Map(), resources: new Map() },
    account,
  );
}

const unusedOf = (permissions: Permissions): string[] =>
  permissions.report().unused.map(({ action, resource }) => `${action} ${resource}`);

test('a grant is used when a call was allowed by it', () => {
  const permissions = permissionsOf({ Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: table });
  permissions.check(role, { action: 'dynamodb:GetItem', resource: table });
  permissions.check(role, { action: 'dynamodb:GetItem', resource: table });
  expect(unusedOf(permissions)).toEqual([`dynamodb:PutItem ${table}`]);
});

test('a grant that another would do without is not needed', () => {
  const permissions = permissionsOf(
    { Action: 'dynamodb:GetItem', Resource: table },
    { Action: 'dynamodb:GetItem', Resource: '*' },
  );
  permissions.check(role, { action: 'dynamodb:GetItem', resource: table });
  expect(unusedOf(permissions)).toEqual([`dynamodb:GetItem ${table}`, 'dynamodb:GetItem *']);
});

test('a call that the resource itself allows too does not need the grant', () => {
  const bucket = 'arn:aws:s3:::documents';
  const grant = { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucket };
  const permissions = new Permissions(
    {
      roles: new Map([['Lapse', readStatements({ Statement: grant })]]),
      managed: new Map(),
      resources: new Map([[bucket, readStatements({ Statement: { ...grant, Principal: '*' } })]]),
    },
    account,
  );
  permissions.check(role, { action: 's3:ListBucket', resource: bucket });
  expect(unusedOf(permissions)).toEqual([`s3:ListBucket ${bucket}`]);
});

test('of several actions on several resources, each is removed by itself', () => {
  const other = `${table}s`;
  const permissions = permissionsOf({
    Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    Resource: [table, other],
  });
  permissions.check(role, { action: 'dynamodb:GetItem', resource: table });
  permissions.check(role, { action: 'dynamodb:PutItem', resource: other });
  expect(unusedOf(permissions)).toEqual([`dynamodb:GetItem ${other}`, `dynamodb:PutItem ${table}`]);
});

test('what is denied to a role is reported with the reason', () => {
  const permissions = permissionsOf({ Action: 'dynamodb:GetItem', Resource: table });
  expect(() => {
    permissions.check(role, { action: 'dynamodb:PutItem', resource: table });
  }).toThrow('dynamodb:PutItem');
  expect(permissions.report().denied).toEqual([
    {
      principal: role.arn,
      action: 'dynamodb:PutItem',
      resource: table,
      reason: 'because no identity-based policy allows the dynamodb:PutItem action',
    },
  ]);
});

test('a service gets a role only as its trust policy says', () => {
  const roleArn = 'arn:aws:iam::000000000000:role/Lapse';
  const trust = readStatements(
    {
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'scheduler.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceArn': 'arn:aws:scheduler:us-east-1:000000000000:schedule-group/a' },
        },
      },
    },
    roleArn,
  );
  const permissions = new Permissions(
    { roles: new Map([['Lapse', []]]), managed: new Map(), resources: new Map([[roleArn, trust]]) },
    account,
  );
  const group = (name: string) => `arn:aws:scheduler:us-east-1:000000000000:schedule-group/${name}`;
  expect(permissions.assume('scheduler', roleArn, 'daily', group('a')).name).toBe('Lapse');
  expect(() => permissions.assume('scheduler', roleArn, 'daily', group('b'))).toThrow('sts:AssumeRole');
  expect(() => permissions.assume('lambda', roleArn, 'daily', group('a'))).toThrow('sts:AssumeRole');
  expect(() => permissions.assume('scheduler', `${roleArn}s`, 'daily', group('a'))).toThrow('no role');
});
