import { describe, expect, test } from 'vitest';
import type { Context } from '../../../local/iam/policies/conditions.ts';
import { concerns, readStatements } from '../../../local/iam/policies/statement.ts';

function about(Action: string, Resource: string, action: string, resource: string): boolean {
  const [statement] = readStatements({ Statement: { Effect: 'Allow', Action, Resource } });
  return statement !== undefined && concerns(statement, action, resource);
}

describe('an action and a resource match', () => {
  const object = 'arn:aws:s3:::worklists/runs/2026/a.jsonl';
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::worklists/*', 's3:GetObject', object, true],
    ['s3:getobject', 'arn:aws:s3:::worklists/*', 's3:GetObject', object, true],
    ['s3:Get*', '*', 's3:GetObject', object, true],
    ['s3:Get*', '*', 's3:PutObject', object, false],
    ['s3:GetObject', 'arn:aws:s3:::worklists', 's3:GetObject', object, false],
    ['s3:GetObject', 'arn:aws:s3:::worklists/results/*', 's3:GetObject', object, false],
    ['s3:GetObject', 'arn:aws:s3:::worklist?/runs/????/a.jsonl', 's3:GetObject', object, true],
    ['s3:GetObject', 'arn:aws:s3:::WORKLISTS/*', 's3:GetObject', object, false],
  ])('%s on %s: %s on %s is %s', (action, resource, asked, on, expected) => {
    expect(about(action, resource, asked, on)).toBe(expected);
  });

  test('by parts of the ARN: a wildcard reaches across colons in the last part only', () => {
    const execution = 'arn:aws:states:us-east-1:000000000000:execution:Renewals:run-1';
    const asked = 'states:DescribeExecution';
    expect(about(asked, 'arn:aws:states:us-east-1:000000000000:execution:Ren*', asked, execution)).toBe(true);
    expect(about(asked, 'arn:aws:states:*:execution:Renewals:*', asked, execution)).toBe(false);
    expect(about(asked, 'arn:aws:states:*:*:execution:*', asked, execution)).toBe(true);
  });
});

describe('conditions', () => {
  function hold(Condition: object, context: Context): boolean {
    const [statement] = readStatements({
      Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition },
    });
    return statement?.conditions?.(context) ?? true;
  }

  test.each<[object, Context, boolean]>([
    [{ StringEquals: { 'aws:SourceAccount': '1' } }, { 'aws:sourceaccount': ['1'] }, true],
    [{ StringEquals: { 'aws:SourceAccount': ['1', '2'] } }, { 'aws:sourceaccount': ['2'] }, true],
    [{ StringEquals: { 'aws:SourceAccount': '1' } }, { 'aws:sourceaccount': ['11'] }, false],
    [{ StringEquals: { 'aws:SourceAccount': '1' } }, {}, false],
    [{ StringLike: { 'ses:FromAddress': '*@a.example' } }, { 'ses:fromaddress': ['b@a.example'] }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:securetransport': ['true'] }, false],
    [{ Bool: { 'aws:SecureTransport': false } }, { 'aws:securetransport': ['false'] }, true],
    [{ NumericLessThan: { 's3:TlsVersion': 1.2 } }, { 's3:tlsversion': ['1.3'] }, false],
    [{ NumericLessThan: { 's3:TlsVersion': 1.2 } }, { 's3:tlsversion': ['1.1'] }, true],
    [
      { ArnLike: { 'aws:SourceArn': 'arn:aws:states:*:1:stateMachine:*' } },
      { 'aws:sourcearn': ['arn:aws:states:us-east-1:1:stateMachine:Runs'] },
      true,
    ],
    [
      { 'ForAllValues:StringLike': { 'ses:Recipients': '*@a.example' } },
      { 'ses:recipients': ['b@a.example', 'c@a.example'] },
      true,
    ],
    [
      { 'ForAllValues:StringLike': { 'ses:Recipients': '*@a.example' } },
      { 'ses:recipients': ['b@a.example', 'c@b.example'] },
      false,
    ],
    [{ 'ForAllValues:StringLike': { 'ses:Recipients': '*@a.example' } }, {}, true],
    [
      { StringEquals: { 'aws:SourceAccount': '1' }, Bool: { 'aws:SecureTransport': 'true' } },
      { 'aws:sourceaccount': ['1'], 'aws:securetransport': ['false'] },
      false,
    ],
  ])('%j of %j: %s', (condition, context, expected) => {
    expect(hold(condition, context)).toBe(expected);
  });
});

describe('what is not understood is an error that names it', () => {
  test.each([
    [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }, 'NotAction'],
    [{ Effect: 'Allow', Action: 's3:*', NotResource: '*' }, 'NotResource'],
    [{ Effect: 'Deny', NotPrincipal: '*', Action: 's3:*', Resource: '*' }, 'NotPrincipal'],
    [{ Effect: 'Allow', Principal: { Federated: 'x' }, Action: 's3:*', Resource: '*' }, 'Federated'],
    [{ Effect: 'Allow', Action: 's3:*', Resource: 'worklists' }, 'worklists'],
    [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::${aws:username}/*' }, 'aws:username'],
    [
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      },
      'IpAddress',
    ],
    [
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } },
      },
      'aws:principaltag/a',
    ],
    [
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: '*',
        Condition: { StringEqualsIfExists: { 'aws:SourceArn': 'b' } },
      },
      'StringEqualsIfExists',
    ],
  ])('%j', (statement, named) => {
    expect(() => readStatements({ Statement: [statement] })).toThrow(named);
  });
});
