import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient, GenerateMacCommand } from '@aws-sdk/client-kms';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { policyKey, roleKey } from '../../../local/iam/policies/principals.ts';
import {
  functionOf,
  invoke,
  type Resources,
  sharedCloud,
  stateMachineOf,
} from '../../support/local/assembly.ts';
import { run } from '../../support/local/executions.ts';

const here = 'us-east-1:000000000000';
const table = `arn:aws:dynamodb:${here}:table/things`;

function policy(...statements: object[]): object {
  return { Statement: statements.map((members) => ({ Effect: 'Allow', ...members })) };
}

function roleOf(service: string, name: string, ...statements: object[]): Resources[string] {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      AssumeRolePolicyDocument: policy({
        Principal: { Service: `${service}.amazonaws.com` },
        Action: 'sts:AssumeRole',
      }),
      Policies: [{ PolicyDocument: policy(...statements) }],
    },
  };
}

const cloud = sharedCloud({
  resources: {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'things',
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      },
    },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'things' } },
    Listed: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'listed' } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'operators' } },
    Role: roleOf(
      'lambda',
      'Reader',
      { Action: 'dynamodb:GetItem', Resource: table },
      {
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['arn:aws:s3:::things/*', 'arn:aws:s3:::listed/*'],
      },
      { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::listed' },
    ),
    Getter: functionOf('getter', { Role: 'arn:aws:iam::000000000000:role/Reader' }),
    MachineRole: roleOf('states', 'Machine', {
      Action: 'lambda:InvokeFunction',
      Resource: `arn:aws:lambda:${here}:function:other`,
    }),
    Machine: stateMachineOf(
      { StartAt: 'Get', States: { Get: { ...invoke('getter'), End: true } } },
      'machine',
      {
        RoleArn: 'arn:aws:iam::000000000000:role/Machine',
      },
    ),
    ReadOnly: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: 'ReadOnly',
        PolicyDocument: policy({ Action: 'dynamodb:GetItem', Resource: table }),
      },
    },
  },
  handlers: {
    getter: `export const handler = async () => process.env.AWS_ACCESS_KEY_ID;`,
  },
});

function as(accessKeyId: string) {
  return {
    endpoint: cloud().endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'any' },
    maxAttempts: 1,
  };
}

const reader = roleKey('Reader', 'getter');
const item = { TableName: 'things', Key: { id: { S: 'a' } } };

async function failureOf(answer: Promise<unknown>): Promise<unknown[]> {
  try {
    return [await answer];
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata: { httpStatusCode: number } };
    return [name, $metadata.httpStatusCode, message];
  }
}

describe('a caller without permission gets the error that AWS gives', () => {
  const denied = (action: string, resource: string): string =>
    `User: arn:aws:sts::000000000000:assumed-role/Reader/getter is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

  test('by DynamoDB', async () => {
    const database = new DynamoDBClient(as(reader));
    expect(await database.send(new GetItemCommand(item))).toMatchObject({
      $metadata: { httpStatusCode: 200 },
    });
    const query = new QueryCommand({ TableName: 'things', KeyConditionExpression: 'id = :a' });
    expect(await failureOf(database.send(query))).toEqual([
      'AccessDeniedException',
      400,
      denied('dynamodb:Query', table),
    ]);
  });

  test('by S3', async () => {
    const objects = new S3Client({ ...as(reader), forcePathStyle: true });
    const there = { Bucket: 'things', Key: 'a/b.txt' };
    await objects.send(new PutObjectCommand({ ...there, Body: 'x' }));
    await objects.send(new GetObjectCommand(there));
    const elsewhere = new GetObjectCommand({ Bucket: 'elsewhere', Key: 'a' });
    expect(await failureOf(objects.send(elsewhere))).toEqual([
      'AccessDenied',
      403,
      denied('s3:GetObject', 'arn:aws:s3:::elsewhere/a'),
    ]);
  });

  test('by SQS, SNS, SES, KMS and Lambda', async () => {
    const queue = { QueueUrl: `${cloud().endpoint}/000000000000/lost`, MessageBody: 'a' };
    const topic = `arn:aws:sns:${here}:operators`;
    const mail = { RawMessage: { Data: Buffer.from('From: a@vendor.example\r\n\r\n') } };
    const mac = { KeyId: 'alias/a', MacAlgorithm: 'HMAC_SHA_256' as const, Message: Buffer.from('a') };
    const failures = await Promise.all([
      failureOf(new SQSClient(as(reader)).send(new SendMessageCommand(queue))),
      failureOf(new SNSClient(as(reader)).send(new PublishCommand({ TopicArn: topic, Message: 'a' }))),
      failureOf(new SESClient(as(reader)).send(new SendRawEmailCommand(mail))),
      failureOf(new KMSClient(as(reader)).send(new GenerateMacCommand(mac))),
      failureOf(
        new LambdaClient(as(policyKey('ReadOnly'))).send(new InvokeCommand({ FunctionName: 'none' })),
      ),
    ]);
    expect(failures.map((failure) => failure.slice(0, 2))).toEqual([
      ['AccessDenied', 400],
      ['AuthorizationErrorException', 403],
      ['AccessDenied', 403],
      ['AccessDeniedException', 400],
      ['AccessDeniedException', 403],
    ]);
  });
});

test('an object that is not there is denied to whoever may not list its bucket', async () => {
  const objects = new S3Client({ ...as(reader), forcePathStyle: true });
  const get = (Bucket: string) => failureOf(objects.send(new GetObjectCommand({ Bucket, Key: 'none' })));
  expect((await get('things')).slice(0, 2)).toEqual(['AccessDenied', 403]);
  expect((await get('listed')).slice(0, 2)).toEqual(['NoSuchKey', 404]);
});

test('a user with one managed policy may do that and nothing else', async () => {
  const database = new DynamoDBClient(as(policyKey('ReadOnly')));
  await database.send(new GetItemCommand(item));
  const query = new QueryCommand({ TableName: 'things', KeyConditionExpression: 'id = :a' });
  expect((await failureOf(database.send(query)))[0]).toBe('AccessDeniedException');
  const unknown = new DynamoDBClient(as(policyKey('Nothing')));
  expect((await failureOf(unknown.send(new GetItemCommand(item))))[0]).toBe('UnrecognizedClientException');
});

test('a function calls with the credentials of its role, which nobody else has', async () => {
  const { Payload } = await new LambdaClient(as('local')).send(new InvokeCommand({ FunctionName: 'getter' }));
  expect(JSON.parse(Buffer.from(Payload ?? []).toString())).toBe(reader);
});

test('a state machine whose role may not call a function fails with the reason', async () => {
  const execution = await run(new SFNClient(as('local')), {});
  expect(execution).toMatchObject({
    status: 'FAILED',
    error: 'Lambda.AWSLambdaException',
    cause: expect.stringContaining('assumed-role/Machine/machine is not authorized to perform') as string,
  });
  expect(cloud().permissions().denied).toContainEqual(
    expect.objectContaining({
      action: 'lambda:InvokeFunction',
      resource: expect.stringMatching(/getter$/) as string,
    }),
  );
});

test('the report names what is granted and was not needed', () => {
  const { unused } = cloud().permissions();
  const names = unused.map(({ role, action, resource }) => `${role} ${action} ${resource}`);
  expect(names).toContain(`Machine lambda:InvokeFunction arn:aws:lambda:${here}:function:other`);
  expect(names).not.toContain(`Reader dynamodb:GetItem ${table}`);
});
