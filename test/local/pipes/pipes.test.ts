import {
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  anyone,
  clientOf,
  functionOf,
  startTestCloud,
  tempFolder,
  writeAssembly,
} from '../../support/local/assembly.ts';

/** Writes what it gets to a file. */
const listener = `import { appendFileSync } from 'node:fs';
export const handler = async (event) => appendFileSync(process.env.HEARD, JSON.stringify(event) + '\\n');`;

const template = '{"id": <$.dynamodb.NewImage.id.S>, "text": <$.dynamodb.NewImage.text.S>}';
const pattern = { eventName: ['INSERT'], dynamodb: { NewImage: { record: { S: [{ prefix: 'EVENT#' }] } } } };

async function cloudWith(changes: { template?: string; pattern?: object; parameters?: object } = {}) {
  const data = tempFolder();
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
  const assembly = writeAssembly({
    resources: {
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'things',
          KeySchema: [
            { AttributeName: 'id', KeyType: 'HASH' },
            { AttributeName: 'record', KeyType: 'RANGE' },
          ],
          AttributeDefinitions: [attribute('id'), attribute('record')],
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        },
      },
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'out' } },
      Pipe: {
        Type: 'AWS::Pipes::Pipe',
        Properties: {
          RoleArn: anyone,
          Source: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
          SourceParameters: {
            FilterCriteria: { Filters: [{ Pattern: JSON.stringify(changes.pattern ?? pattern) }] },
            DynamoDBStreamParameters: { StartingPosition: 'TRIM_HORIZON' },
          },
          Target: { 'Fn::GetAtt': ['Bus', 'Arn'] },
          TargetParameters: {
            InputTemplate: changes.template ?? template,
            EventBridgeEventBusParameters: { Source: 'things', DetailType: '$.dynamodb.NewImage.type.S' },
            ...changes.parameters,
          },
        },
      },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventBusName: { Ref: 'Bus' },
          EventPattern: { source: ['things'] },
          Targets: [{ Id: 'T', Arn: { 'Fn::GetAtt': ['Listener', 'Arn'] } }],
        },
      },
      Listener: functionOf('listener', { Environment: { Variables: { HEARD: join(data, 'heard') } } }),
    },
    handlers: { listener },
  });
  const cloud = await startTestCloud(assembly, data);
  return {
    database: new DynamoDBClient({ ...clientOf(cloud), maxAttempts: 1 }),
    /** Stops the cloud and gives what the listener got. */
    heard: async () => {
      await cloud.stop();
      const lines = readFileSync(join(data, 'heard'), 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}

const thing = (record: string, text: string) => ({
  id: { S: 'T-1' },
  record: { S: record },
  type: { S: 'Happened' },
  text: { S: text },
});
const put = (record: string, text = record) => ({
  Put: {
    TableName: 'things',
    Item: thing(record, text),
    ConditionExpression: 'attribute_not_exists(id)',
  },
});

test('what is new in a table comes to the bus in its order, once it is written, as the template says', async () => {
  const { database, heard } = await cloudWith();
  const awkward = 'says "no" <$.x> \\ and\na line';
  await database.send(new PutItemCommand({ TableName: 'things', Item: thing('STATE', 'filtered out') }));
  await database.send(
    new TransactWriteItemsCommand({ TransactItems: [put('EVENT#2'), put('EVENT#1', awkward)] }),
  );
  const lost = new TransactWriteItemsCommand({ TransactItems: [put('EVENT#3'), put('EVENT#1')] });
  await expect(database.send(lost)).rejects.toThrow('ConditionalCheckFailed');
  const again = { TableName: 'things', Key: { id: { S: 'T-1' }, record: { S: 'EVENT#1' } } };
  await database.send(
    new UpdateItemCommand({
      ...again,
      UpdateExpression: 'SET more = :m',
      ExpressionAttributeValues: { ':m': { S: '' } },
    }),
  );
  await database.send(new PutItemCommand({ TableName: 'things', Item: thing('EVENT#4', 'last') }));
  expect(await heard()).toMatchObject([
    { source: 'things', 'detail-type': 'Happened', detail: { id: 'T-1', text: 'EVENT#2' } },
    { detail: { id: 'T-1', text: awkward } },
    { detail: { text: 'last' } },
  ]);
});

test.each([
  [{ template: '{"id": "<$.dynamodb.NewImage.id.S>"}' }, 'without quotes'],
  [{ template: '{"id": <aws.pipes.event.json>}' }, 'without quotes'],
  [{ template: '<$.dynamodb.NewImage>' }, 'takes a JSON object'],
  [{ pattern: { eventName: [{ suffix: 'T' }] } }, 'their beginnings'],
  [{ pattern: { dynamodb: { Keys: { id: { S: ['x'] } } } } }, 'eventName and dynamodb.NewImage only'],
  [{ parameters: { HttpParameters: {} } }, 'HttpParameters'],
])('a pipe that asks for more than the embedded cloud has is refused: %j', async (changes, message) => {
  await expect(cloudWith(changes)).rejects.toThrow(message);
});
