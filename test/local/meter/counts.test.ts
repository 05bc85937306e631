import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { MeterReading } from '../../../local/meter/reading.ts';
import {
  clientOf,
  functionOf,
  invoke,
  machineArn,
  sharedCloud,
  stateMachineOf,
} from '../../support/local/assembly.ts';
import { run } from '../../support/local/executions.ts';

const TableName = 'Licences';
const flaky = `
  let calls = 0;
  export const handler = async () => {
    calls += 1;
    if (calls === 1) throw new Error('once');
    return {};
  };`;
const map = (ExecutionType: string) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType },
        StartAt: 'One',
        States: { One: { Type: 'Pass', Next: 'Two' }, Two: { Type: 'Succeed' } },
      },
      End: true,
    },
  },
});

const cloud = sharedCloud({
  handlers: { echo: 'export const handler = async () => { console.log("12345"); return {}; };', flaky },
  resources: {
    Licences: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        TableName,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [
          { AttributeName: 'id', AttributeType: 'S' },
          { AttributeName: 'due', AttributeType: 'S' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'due',
            KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
        Replicas: [{ Region: { Ref: 'AWS::Region' } }],
      },
    },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'documents' } },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'HMAC_256' } },
    Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/links', TargetKeyId: { Ref: 'Key' } } },
    Echo: functionOf('echo', { MemorySize: 512 }),
    Flaky: functionOf('flaky'),
    Chain: stateMachineOf(
      {
        StartAt: 'Choose',
        States: {
          Choose: {
            Type: 'Choice',
            Choices: [{ Variable: '$.go', BooleanEquals: true, Next: 'Try' }],
            Default: 'End',
          },
          Try: invoke('flaky', {
            Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
            OutputPath: null,
            Next: 'End',
          }),
          End: { Type: 'Succeed' },
        },
      },
      'chain',
    ),
    Standard: stateMachineOf(map('STANDARD'), 'standard'),
    Express: stateMachineOf(map('EXPRESS'), 'express'),
  },
});

let database: DynamoDBClient;
let s3: S3Client;
let states: SFNClient;
beforeAll(() => {
  database = new DynamoDBClient(clientOf(cloud()));
  s3 = new S3Client({ ...clientOf(cloud()), forcePathStyle: true });
  states = new SFNClient(clientOf(cloud()));
});
beforeEach(async () => {
  await fetch(`${cloud().endpoint}/meter`, { method: 'DELETE' });
});

async function counted(): Promise<MeterReading['counts']> {
  return (await cloud().meter()).counts;
}

const Key = (id: string) => ({ id: { S: id } });
const note = (bytes: number) => ({ S: 'x'.repeat(bytes) });

test('writes count by kilobyte, with their index, and where their condition fails', async () => {
  const large = { ...Key('one'), due: { S: 'today' }, note: note(1500) };
  await database.send(new PutItemCommand({ TableName, Item: large })); // 2, index 1
  await database.send(
    new UpdateItemCommand({
      TableName,
      Key: Key('one'),
      UpdateExpression: 'SET due = :due',
      ExpressionAttributeValues: { ':due': { S: 'later' } },
    }),
  ); // 2, index 2
  const refused = new PutItemCommand({
    TableName,
    Item: Key('one'),
    ConditionExpression: 'attribute_not_exists(id)',
  }); // 2: the item that is there
  await expect(database.send(refused)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  await database.send(new DeleteItemCommand({ TableName, Key: Key('none') })); // 1
  expect((await counted()).dynamodb).toEqual({
    writeUnits: 3 + 4 + 2 + 1,
    readUnits: 0,
    requests: { PutItem: 2, UpdateItem: 1, DeleteItem: 1 },
  });
});

test('a transaction counts twice, its repetition as reads, and one that is cancelled all the same', async () => {
  const put = (id: string) => ({ Put: { TableName, Item: { ...Key(id), due: { S: 'today' } } } });
  const check = (id: string) => ({
    ConditionCheck: { TableName, Key: Key(id), ConditionExpression: 'attribute_not_exists(id)' },
  });
  const TransactItems = [put('two'), check('three')];
  const transaction = new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: 'token' });
  await database.send(transaction); // put 2, index 1, check 2
  expect((await counted()).dynamodb.writeUnits).toBe(5);
  await database.send(transaction); // done before: reads both, 2 each
  expect((await counted()).dynamodb).toMatchObject({ writeUnits: 5, readUnits: 4 });
  const cancelled = new TransactWriteItemsCommand({ TransactItems: [put('four'), check('two')] }); // 2 each
  await expect(database.send(cancelled)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  expect((await counted()).dynamodb).toEqual({
    writeUnits: 5 + 4,
    readUnits: 4,
    requests: { TransactWriteItems: 3 },
  });
});

test('reads count by four kilobytes, half where they need not be consistent', async () => {
  await database.send(new PutItemCommand({ TableName, Item: { ...Key('five'), note: note(5000) } }));
  await fetch(`${cloud().endpoint}/meter`, { method: 'DELETE' });
  const ConsistentRead = true;
  await database.send(new GetItemCommand({ TableName, Key: Key('five') })); // 1
  await database.send(new GetItemCommand({ TableName, Key: Key('five'), ConsistentRead })); // 2
  await database.send(new GetItemCommand({ TableName, Key: Key('none') })); // 0.5
  const Keys = [Key('five'), Key('none')];
  await database.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } })); // 1 + 0.5
  await database.send(
    new QueryCommand({
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'due = :due',
      ExpressionAttributeValues: { ':due': { S: 'never' } },
    }),
  ); // 0.5: it finds nothing
  const TransactItems = [{ Get: { TableName, Key: Key('five') } }];
  await database.send(new TransactGetItemsCommand({ TransactItems })); // 4
  expect((await counted()).dynamodb).toEqual({
    writeUnits: 0,
    readUnits: 1 + 2 + 0.5 + 1.5 + 0.5 + 4,
    requests: { GetItem: 3, BatchGetItem: 1, Query: 1, TransactGetItems: 1 },
  });
});

test('a transition counts for each state that is entered and each retry', async () => {
  await run(states, { go: true }, machineArn('chain'));
  const { stepFunctions, lambda } = await counted();
  // Choose, Try, Try again, End.
  expect(stepFunctions).toEqual({ standardTransitions: 4, expressRequests: 0 });
  expect(lambda.invocations).toBe(2);
});

test('a distributed map counts a transition for each child, and its states or a request', async () => {
  const items = [1, 2, 3];
  await run(states, { items }, machineArn('standard'));
  expect((await counted()).stepFunctions).toEqual({
    standardTransitions: 1 + 3 * (1 + 2),
    expressRequests: 0,
  });
  await fetch(`${cloud().endpoint}/meter`, { method: 'DELETE' });
  await run(states, { items }, machineArn('express'));
  expect((await counted()).stepFunctions).toEqual({ standardTransitions: 1 + 3, expressRequests: 3 });
});

test('a call counts its time by its memory, and what it logs', async () => {
  const functions = new LambdaClient(clientOf(cloud()));
  await functions.send(new InvokeCommand({ FunctionName: 'echo' }));
  const { lambda, logsBytes } = await counted();
  expect(lambda.invocations).toBe(1);
  // Whole milliseconds of half a gigabyte.
  expect((lambda.gbSeconds * 1000) / 0.5).toBeCloseTo(Math.round((lambda.gbSeconds * 1000) / 0.5), 6);
  expect(lambda.gbSeconds).toBeGreaterThan(0);
  // `12345` and its end of line, Lambda's own two events, and 26 bytes for each.
  await expect.poll(async () => (await counted()).logsBytes).toBe(6 + 720 + 3 * 26);
  expect(logsBytes).toBeGreaterThan(0);
});

test('objects, codes, mails and events count by request, recipient and 64 KB', async () => {
  const at = { Bucket: 'documents', Key: 'one.pdf' };
  await s3.send(new PutObjectCommand({ ...at, Body: 'pdf' }));
  const again = new PutObjectCommand({ ...at, Body: 'pdf', IfNoneMatch: '*' });
  await expect(s3.send(again)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await s3.send(new GetObjectCommand(at));
  await s3.send(new HeadObjectCommand(at));
  await new KMSClient(clientOf(cloud())).send(
    new GenerateMacCommand({
      KeyId: 'alias/links',
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from('code'),
    }),
  );
  await new SESClient(clientOf(cloud())).send(
    new SendRawEmailCommand({
      Source: 'vendor@sender.example',
      Destinations: ['one@customer.example', 'two@customer.example'],
      RawMessage: { Data: Buffer.from('From: vendor@sender.example\r\n\r\nHello') },
    }),
  );
  const event = { Source: 'test', DetailType: 'Tested' };
  await new EventBridgeClient(clientOf(cloud())).send(
    new PutEventsCommand({
      Entries: [
        { ...event, Detail: '{}' },
        { ...event, Detail: JSON.stringify({ long: 'x'.repeat(70_000) }) },
      ],
    }),
  );
  const { counts, mails, objects } = await cloud().meter();
  expect(counts).toMatchObject({ s3: { puts: 2, gets: 2 }, kms: 1, ses: 2, eventBridge: 1 + 2 });
  expect({ mails, objects }).toEqual({ mails: 1, objects: { documents: 1 } });
});
