import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cloud } from '../../../local/cloud.ts';
import {
  clientOf,
  functionOf,
  type Resources,
  startTestCloud,
  tempFolder,
  writeAssembly,
} from '../../support/local/assembly.ts';

/** Writes the numbers that each call gets on a line, and leaves 13 in the queue. */
const listener = `import { appendFileSync } from 'node:fs';
export const handler = async ({ Records }) => {
  const numbers = Records.map(({ body }) => JSON.parse(body).detail.number);
  appendFileSync(process.env.HEARD, JSON.stringify(numbers) + '\\n');
  const left = Records.filter((_, index) => numbers[index] === 13);
  return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

function resourcesWith(heard: string, mapping: object = {}, sid: object = {}): Resources {
  return {
    Listener: functionOf('listener', { Environment: { Variables: { HEARD: heard } } }),
    Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
    Waiting: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: 'waiting',
        RedrivePolicy: { deadLetterTargetArn: arnOf('Lost'), maxReceiveCount: 3 },
      },
    },
    WaitingPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Waiting' }],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: arnOf('Waiting'),
              ...sid,
            },
          ],
        },
      },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['test'] },
        Targets: [{ Id: 'Target0', Arn: arnOf('Waiting') }],
      },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arnOf('Waiting'),
        FunctionName: { Ref: 'Listener' },
        BatchSize: 20,
        MaximumBatchingWindowInSeconds: 300,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ...mapping,
      },
    },
  };
}

async function cloudWith(mapping?: object, sid?: object) {
  const data = tempFolder();
  const resources = resourcesWith(join(data, 'heard'), mapping, sid);
  const cloud = await startTestCloud(writeAssembly({ resources, handlers: { listener } }), data);
  return { cloud, heard: () => linesOf(join(data, 'heard')) };
}

function linesOf(file: string): unknown[] {
  try {
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  } catch {
    return [];
  }
}

async function put(cloud: Cloud, ...numbers: readonly number[]): Promise<void> {
  const events = new EventBridgeClient(clientOf(cloud));
  for (const number of numbers)
    await events.send(
      new PutEventsCommand({
        Entries: [{ Source: 'test', DetailType: 'number', Detail: JSON.stringify({ number }) }],
      }),
    );
}

test('messages wait for a full batch, or until somebody looks at what the cloud has done', async () => {
  const { cloud, heard } = await cloudWith({ BatchSize: 2, MaximumBatchingWindowInSeconds: 300 });
  await put(cloud, 1);
  expect(heard()).toEqual([]);
  await put(cloud, 2, 3);
  await cloud.meter();
  expect(heard()).toEqual([[1, 2], [3]]);
});

test('only what failed is handed over again, and in the end goes to the dead letters', async () => {
  const { cloud, heard } = await cloudWith();
  await put(cloud, 12, 13, 14);
  const { counts } = await cloud.meter();
  expect(heard()).toEqual([[12, 13, 14], [13], [13]]);
  // Three sent, three receives, one delete of those that went well.
  expect([counts.sqs, counts.lambda.invocations]).toEqual([7, 3]);
  const { Messages = [] } = await new SQSClient(clientOf(cloud)).send(
    new ReceiveMessageCommand({ QueueUrl: `${cloud.endpoint}/000000000000/lost` }),
  );
  expect(Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown)).toMatchObject([
    { detail: { number: 13 } },
  ]);
});

test('a rule that the queue does not let send puts nothing into it', async () => {
  const Condition = { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:000000000000:rule/another' } };
  const { cloud, heard } = await cloudWith({}, { Condition });
  await put(cloud, 1);
  await cloud.meter();
  expect(heard()).toEqual([]);
});

test.each([
  [{ BatchSize: 50, MaximumBatchingWindowInSeconds: 0 }, 'MaximumBatchingWindowInSeconds'],
  [{ FilterCriteria: {} }, 'FilterCriteria'],
  [{ EventSourceArn: 'arn:aws:kinesis:us-east-1:000000000000:stream/any' }, 'only queues'],
])(
  'a mapping that Lambda refuses, or the embedded cloud does not have, is refused: %j',
  async (mapping, message) => {
    await expect(cloudWith(mapping)).rejects.toThrow(message);
  },
);
