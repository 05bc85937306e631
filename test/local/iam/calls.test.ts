import { expect, test } from 'vitest';
import { describe as callsOf, type Request } from '../../../local/iam/calls/describe.ts';
import type { Facts } from '../../../local/iam/calls/facts.ts';
import { accountAt } from '../../../local/shared/account.ts';

const account = accountAt('http://127.0.0.1:1');
const here = 'us-east-1:000000000000';
const key = `arn:aws:kms:${here}:key/1`;

const facts: Facts = {
  account,
  aliases: new Map([[`arn:aws:kms:${here}:alias/links`, key]]),
  topicKeys: new Map([[`arn:aws:sns:${here}:operators`, key]]),
  identities: new Set(['vendor.example', 'sales@vendor.example']),
  urls: new Map([['stop', 'NONE']]),
};

function asked(service: string, request: Partial<Request>, known = facts): string[] {
  const whole = { method: 'POST', url: '/', headers: {}, body: Buffer.alloc(0), ...request };
  return callsOf(service, whole, known).map(({ action, resource }) => `${action} ${resource}`);
}

function json(service: string, operation: string, members: object): string[] {
  return asked(service, {
    headers: { 'x-amz-target': `Any_20120810.${operation}` },
    body: Buffer.from(JSON.stringify(members)),
  });
}

function form(service: string, members: Record<string, string>, known = facts): string[] {
  return asked(service, { body: Buffer.from(new URLSearchParams(members).toString()) }, known);
}

const table = (name: string): string => `arn:aws:dynamodb:${here}:table/${name}`;

test.each<[string, object, string[]]>([
  ['GetItem', { TableName: 'A' }, [`dynamodb:GetItem ${table('A')}`]],
  ['Query', { TableName: 'A', IndexName: 'due' }, [`dynamodb:Query ${table('A')}/index/due`]],
  [
    'BatchGetItem',
    { RequestItems: { A: {}, B: {} } },
    [`dynamodb:BatchGetItem ${table('A')}`, `dynamodb:BatchGetItem ${table('B')}`],
  ],
  [
    'TransactWriteItems',
    {
      TransactItems: [
        { Put: { TableName: 'A' } },
        { Update: { TableName: 'A' } },
        { Delete: { TableName: 'B' } },
        { ConditionCheck: { TableName: 'B' } },
      ],
    },
    [
      `dynamodb:PutItem ${table('A')}`,
      `dynamodb:UpdateItem ${table('A')}`,
      `dynamodb:DeleteItem ${table('B')}`,
      `dynamodb:ConditionCheckItem ${table('B')}`,
    ],
  ],
  ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'A' } }] }, [`dynamodb:GetItem ${table('A')}`]],
])('DynamoDB: %s', (operation, members, expected) => {
  expect(json('dynamodb', operation, members)).toEqual(expected);
});

test.each<[string, string, string]>([
  ['GET', '/b/runs/a%20b.pdf?x-id=GetObject', 's3:GetObject arn:aws:s3:::b/runs/a b.pdf'],
  ['HEAD', '/b/k', 's3:GetObject arn:aws:s3:::b/k'],
  ['PUT', '/b/k?x-id=PutObject', 's3:PutObject arn:aws:s3:::b/k'],
  ['POST', '/b/k?uploads', 's3:PutObject arn:aws:s3:::b/k'],
  ['PUT', '/b/k?partNumber=1&uploadId=u&x-id=UploadPart', 's3:PutObject arn:aws:s3:::b/k'],
  ['POST', '/b/k?uploadId=u', 's3:PutObject arn:aws:s3:::b/k'],
  ['DELETE', '/b/k?uploadId=u&x-id=AbortMultipartUpload', 's3:AbortMultipartUpload arn:aws:s3:::b/k'],
  ['DELETE', '/b/k?x-id=DeleteObject', 's3:DeleteObject arn:aws:s3:::b/k'],
  ['GET', '/b?list-type=2&prefix=runs%2F', 's3:ListBucket arn:aws:s3:::b'],
  ['GET', '/b/k?X-Amz-Signature=s&X-Amz-Expires=60', 's3:GetObject arn:aws:s3:::b/k'],
])('S3: %s %s', (method, url, expected) => {
  expect(asked('s3', { method, url })).toEqual([expected]);
});

test('a mail is sent by the identity of its sender, under the configuration set that it names', () => {
  const raw =
    'From: "Vendor" <bills@mail.vendor.example>\r\nX-SES-CONFIGURATION-SET:\r\n set\r\n\r\nFrom: me';
  const members = { Action: 'SendRawEmail', 'RawMessage.Data': Buffer.from(raw).toString('base64') };
  expect(form('ses', members)).toEqual([
    `ses:SendRawEmail arn:aws:ses:${here}:identity/vendor.example`,
    `ses:SendRawEmail arn:aws:ses:${here}:configuration-set/set`,
  ]);
  const own = { Action: 'SendRawEmail', Source: 'sales@vendor.example' };
  expect(form('ses', own)).toEqual([`ses:SendRawEmail arn:aws:ses:${here}:identity/sales@vendor.example`]);
});

test('in the sandbox a mail uses the identity of each of its recipients too', () => {
  const members = {
    Action: 'SendRawEmail',
    Source: 'sales@vendor.example',
    'Destinations.member.1': 'Jane <jane@customer.example>',
    'Destinations.member.2': 'john@customer.example',
  };
  const sender = `ses:SendRawEmail arn:aws:ses:${here}:identity/sales@vendor.example`;
  expect(form('ses', members)).toEqual([sender]);
  expect(form('ses', members, { ...facts, isInSandbox: () => true })).toEqual([
    sender,
    `ses:SendRawEmail arn:aws:ses:${here}:identity/jane@customer.example`,
    `ses:SendRawEmail arn:aws:ses:${here}:identity/john@customer.example`,
  ]);
});

test('publishing to an encrypted topic uses its key, and a key is found behind its alias', () => {
  const publish = { Action: 'Publish', TopicArn: `arn:aws:sns:${here}:operators` };
  expect(form('sns', publish)).toEqual([
    `sns:Publish arn:aws:sns:${here}:operators`,
    `kms:GenerateDataKey ${key}`,
    `kms:Decrypt ${key}`,
  ]);
  expect(json('kms', 'VerifyMac', { KeyId: 'alias/links' })).toEqual([`kms:VerifyMac ${key}`]);
  expect(json('kms', 'GenerateMac', { KeyId: key })).toEqual([`kms:GenerateMac ${key}`]);
});

test('messages, events, executions, functions and stacks', () => {
  const queue = `arn:aws:sqs:${here}:lost`;
  const url = 'http://127.0.0.1:1/000000000000/lost';
  expect(json('sqs', 'SendMessageBatch', { QueueUrl: url })).toEqual([`sqs:SendMessage ${queue}`]);
  expect(json('events', 'PutEvents', { Entries: [{ EventBusName: 'perennial' }] })).toEqual([
    `events:PutEvents arn:aws:events:${here}:event-bus/perennial`,
  ]);
  const machine = `arn:aws:states:${here}:stateMachine:Renewals`;
  expect(json('states', 'StartExecution', { stateMachineArn: machine })).toEqual([
    `states:StartExecution ${machine}`,
  ]);
  expect(asked('lambda', { url: '/2015-03-31/functions/stop/invocations' })).toEqual([
    `lambda:InvokeFunction arn:aws:lambda:${here}:function:stop`,
  ]);
  expect(asked('lambda-url', { url: '/lambda-url/stop/?token=a' })).toEqual([
    `lambda:InvokeFunctionUrl arn:aws:lambda:${here}:function:stop`,
    `lambda:InvokeFunction arn:aws:lambda:${here}:function:stop`,
  ]);
  expect(form('cloudformation', { Action: 'DescribeStacks', StackName: 'Renewals' })).toEqual([
    `cloudformation:DescribeStacks arn:aws:cloudformation:${here}:stack/Renewals/local`,
  ]);
});

test('an operation whose permissions are not known is refused by its name, not let pass', () => {
  expect(() => json('dynamodb', 'ExecuteStatement', {})).toThrow('ExecuteStatement of DynamoDB');
  expect(() => asked('s3', { method: 'PUT', url: '/b/k?acl' })).toThrow('PUT /b/k?acl of S3');
  expect(() => asked('lambda', { method: 'GET', url: '/2015-03-31/functions' })).toThrow('of Lambda');
  expect(() => json('states', 'RedriveExecution', {})).toThrow('RedriveExecution of Step Functions');
});
