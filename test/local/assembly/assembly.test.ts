import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import {
  clientOf,
  functionOf,
  startTestCloud,
  stateMachineOf,
  writeAssembly,
  type Resources,
  type StackSource,
} from '../../support/local/assembly.ts';

const table: Resources[string] = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: 'planId', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'planId', AttributeType: 'S' }],
  },
};

test('names cross stacks, and come from stack and logical id where the template gives none', async () => {
  const data: StackSource = {
    name: 'Data',
    resources: { Runs: table, Documents: { Type: 'AWS::S3::Bucket' } },
    outputs: {
      ExportRuns: { Value: { Ref: 'Runs' }, Export: { Name: 'Data:Runs' } },
      BucketName: { Value: { Ref: 'Documents' } },
    },
  };
  const work: StackSource = {
    name: 'Work',
    outputs: {
      Imported: { Value: { 'Fn::ImportValue': 'Data:Runs' } },
      Weak: { Value: { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'BucketName' } } },
    },
  };
  const cloud = await startTestCloud(writeAssembly(work, data));
  expect(cloud.outputs).toEqual({
    Imported: 'Data-Runs',
    Weak: 'data-documents',
    ExportRuns: 'Data-Runs',
    BucketName: 'data-documents',
  });
  const { Table } = await new DynamoDBClient(clientOf(cloud)).send(
    new DescribeTableCommand({ TableName: 'Data-Runs' }),
  );
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    KeySchema: [{ AttributeName: 'planId', KeyType: 'HASH' }],
  });
  await new S3Client(clientOf(cloud)).send(new HeadBucketCommand({ Bucket: 'data-documents' }));
});

test.each([
  ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
  ['Ref of a parameter', { Ref: 'Colour' }, 'green'],
  ['GetAtt', { 'Fn::GetAtt': ['Runs', 'Arn'] }, 'arn:aws:dynamodb:us-east-1:000000000000:table/App-Runs'],
  ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::StackName' }, { Ref: 'AWS::NoValue' }]] }, 'a/App'],
  [
    'Sub',
    { 'Fn::Sub': 'x-${Runs}-${Runs.Arn}-${!Kept}' },
    'x-App-Runs-arn:aws:dynamodb:us-east-1:000000000000:table/App-Runs-${Kept}',
  ],
  ['Sub with variables', { 'Fn::Sub': ['${A}${AWS::Partition}', { A: { Ref: 'Runs' } }] }, 'App-Runsaws'],
  [
    'Select and Split',
    { 'Fn::Select': [2, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Runs', 'Arn'] }] }] },
    'dynamodb',
  ],
  ['If', { 'Fn::If': ['IsGreen', 'yes', { Ref: 'Nobody' }] }, 'yes'],
  ['If with Not and And', { 'Fn::If': ['IsOther', 'yes', 'no'] }, 'no'],
  ['Ref of an ignored resource', { Ref: 'Page' }, 'App-Page'],
])('%s is resolved', async (_, Value, expected) => {
  const cloud = await startTestCloud(
    writeAssembly({
      resources: { Runs: table, Page: { Type: 'AWS::CloudWatch::Dashboard' } },
      parameters: { Colour: { Type: 'String', Default: 'green' } },
      conditions: {
        IsGreen: { 'Fn::Equals': [{ Ref: 'Colour' }, 'green'] },
        IsOther: { 'Fn::And': [{ Condition: 'IsGreen' }, { 'Fn::Not': [{ Condition: 'IsGreen' }] }] },
      },
      outputs: { Out: { Value } },
    }),
  );
  expect(cloud.outputs).toEqual({ Out: expected });
});

test('a resource whose condition does not hold is left out', async () => {
  const cloud = await startTestCloud(
    writeAssembly({
      conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      resources: {
        Runs: { ...table, Condition: 'Never' },
        Odd: { Type: 'AWS::Unknown::Thing', Condition: 'Never' },
      },
    }),
  );
  const describe = new DynamoDBClient(clientOf(cloud)).send(
    new DescribeTableCommand({ TableName: 'App-Runs' }),
  );
  await expect(describe).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

const start = (source: StackSource) => startTestCloud(writeAssembly(source));

test.each<[string, StackSource, RegExp]>([
  [
    'an unknown type of resource',
    { resources: { Job: { Type: 'AWS::Glue::Job' } } },
    /stack App: Job \(AWS::Glue::Job\) .*local\/resources\/ignored\.ts/,
  ],
  [
    'an unknown intrinsic',
    { outputs: { Zones: { Value: { 'Fn::GetAZs': '' } } } },
    /stack App: Outputs\.Zones\.Value\.Fn::GetAZs .*resolver\.ts/,
  ],
  [
    'an unknown attribute',
    { resources: { Runs: table }, outputs: { Out: { Value: { 'Fn::GetAtt': ['Runs', 'Colour'] } } } },
    /Outputs\.Out\.Value.* attribute Colour of Runs/,
  ],
  [
    'a reference to nothing',
    { outputs: { Out: { Value: { Ref: 'Nobody' } } } },
    /Nobody, which is no resource/,
  ],
  [
    'an import of nothing',
    { outputs: { Out: { Value: { 'Fn::ImportValue': 'Nobody' } } } },
    /imports Nobody, which no stack/,
  ],
  [
    'a function without its asset',
    { resources: { Step: functionOf('missing') } },
    /Step .*missing\.zip, which is no asset/,
  ],
  [
    'a function without its module',
    { handlers: { step: '' }, resources: { Step: functionOf('step', { Handler: 'other.handler' }) } },
    /Step .*no other\.mjs/,
  ],
  [
    'a schedule for something else',
    {
      resources: {
        Daily: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: { ScheduleExpression: 'cron(0 6 * * ? *)', Target: { Arn: 'arn:aws:sqs:x:y:z' } },
        },
      },
    },
    /Daily .*only state machines/,
  ],
  [
    'JSONata',
    {
      resources: {
        Machine: stateMachineOf({
          StartAt: 'A',
          States: { A: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } },
        }),
      },
    },
    /state "A".*use JSONPath/,
  ],
  [
    'a task of another service',
    {
      resources: {
        Machine: stateMachineOf({
          StartAt: 'A',
          States: { A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } },
        }),
      },
    },
    /state "A".*sqs:sendMessage.*Lambda/,
  ],
  [
    'a state that leads nowhere',
    { resources: { Machine: stateMachineOf({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } }) } },
    /leads to state "B"/,
  ],
])('%s is refused with its place and a remedy', async (_, source, message) => {
  await expect(start(source)).rejects.toThrow(message);
});

test('a folder that is no assembly is refused', async () => {
  await expect(startTestCloud('/nowhere')).rejects.toThrow(
    /cannot read \/nowhere\/manifest\.json.*cdk synth/,
  );
});

test('queues and topics work, and a subscribed queue receives what is published', async () => {
  const cloud = await startTestCloud(
    writeAssembly({
      resources: {
        Subscription: {
          Type: 'AWS::SNS::Subscription',
          Properties: {
            Protocol: 'sqs',
            TopicArn: { Ref: 'Topic' },
            Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          },
        },
        Topic: { Type: 'AWS::SNS::Topic' },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
      },
      outputs: { Queue: { Value: { Ref: 'Queue' } }, Topic: { Value: { Ref: 'Topic' } } },
    }),
  );
  const { Queue: QueueUrl, Topic: TopicArn } = cloud.outputs;
  const sqs = new SQSClient(clientOf(cloud));
  const bodies = async (): Promise<(string | undefined)[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body }) => Body);
  };
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'direct' }));
  expect(await bodies()).toEqual(['direct']);
  await new SNSClient(clientOf(cloud)).send(new PublishCommand({ TopicArn, Message: 'published' }));
  expect(await bodies()).toEqual([expect.stringContaining('published')]);
});
