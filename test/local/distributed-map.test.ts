import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeMapRunCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
  type DescribeExecutionCommandOutput,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import type { Cloud } from '../../local/cloud.ts';
import {
  clientOf,
  functionOf,
  invoke,
  startTestCloud,
  stateMachineOf,
  writeAssembly,
} from './support/assembly.ts';
import { outputOf, run } from './support/executions.ts';

const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'worklists' } };

function mapState(members: object, child: object = invoke('work', { End: true })): object {
  return {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Work',
          States: { Work: child },
        },
        End: true,
        ...members,
      },
    },
  };
}

async function cloudWith(
  definition: object,
  handler: string,
): Promise<{ cloud: Cloud; states: SFNClient; s3: S3Client }> {
  const cloud = await startTestCloud(
    writeAssembly({
      handlers: { work: handler },
      resources: { bucket, Work: functionOf('work'), Machine: stateMachineOf(definition) },
    }),
  );
  return { cloud, states: new SFNClient(clientOf(cloud)), s3: new S3Client(clientOf(cloud)) };
}

async function childrenOf(states: SFNClient, { executionArn }: DescribeExecutionCommandOutput) {
  const { mapRuns = [] } = await states.send(new ListMapRunsCommand({ executionArn }));
  const mapRunArn = mapRuns[0]?.mapRunArn;
  const { executions = [] } = await states.send(new ListExecutionsCommand({ mapRunArn }));
  return { mapRun: await states.send(new DescribeMapRunCommand({ mapRunArn })), executions };
}

const echo = 'export const handler = async (event) => event;';
const failOdd =
  'export const handler = async (event) => { if (event % 2 === 1) throw new Error(`odd ${event}`); return event; };';

test('items of a JSON Lines object are handed out in batches, each with the batch input', async () => {
  const { states, s3 } = await cloudWith(
    mapState({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSONL' },
        Parameters: { Bucket: 'worklists', 'Key.$': '$.key' },
      },
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { 'today.$': '$.today', plan: 'p' } },
      ResultPath: '$.results',
    }),
    echo,
  );
  await s3.send(
    new PutObjectCommand({ Bucket: 'worklists', Key: 'a/b.jsonl', Body: '{"id":1}\n{"id":2}\n{"id":3}\n' }),
  );
  const execution = await run(states, { key: 'a/b.jsonl', today: '2026-01-15' });
  expect(outputOf(execution)).toEqual({
    key: 'a/b.jsonl',
    today: '2026-01-15',
    results: [
      { BatchInput: { today: '2026-01-15', plan: 'p' }, Items: [{ id: 1 }, { id: 2 }] },
      { BatchInput: { today: '2026-01-15', plan: 'p' }, Items: [{ id: 3 }] },
    ],
  });
  const { mapRun, executions } = await childrenOf(states, execution);
  expect(mapRun).toMatchObject({
    status: 'SUCCEEDED',
    itemCounts: { total: 3, succeeded: 3 },
    executionCounts: { total: 2, succeeded: 2 },
  });
  expect(executions.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test('ItemSelector sees the item, its index and the input of the Map state', async () => {
  const { states } = await cloudWith(
    mapState({
      ItemsPath: '$.list',
      ItemSelector: {
        'value.$': '$$.Map.Item.Value',
        'index.$': '$$.Map.Item.Index',
        'today.$': '$.today',
        'parent.$': '$$.Execution.Name',
      },
    }),
    echo,
  );
  const execution = await run(states, { list: ['a', 'b'], today: 'T' });
  const parent = execution.name;
  expect(outputOf(execution)).toEqual([
    { value: 'a', index: 0, today: 'T', parent },
    { value: 'b', index: 1, today: 'T', parent },
  ]);
});

test('without a tolerance the first failed item fails the state', async () => {
  const { states } = await cloudWith(mapState({ MaxConcurrency: 1 }), failOdd);
  const execution = await run(states, [8, 1, 2, 4]);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
  const { mapRun } = await childrenOf(states, execution);
  expect(mapRun).toMatchObject({ status: 'FAILED', itemCounts: { succeeded: 1, failed: 1, pending: 2 } });
});

test.each([
  ['within the tolerated percentage', { ToleratedFailurePercentage: 50 }, 'SUCCEEDED'],
  ['beyond the tolerated percentage', { ToleratedFailurePercentage: 49 }, 'FAILED'],
  ['within the tolerated count', { ToleratedFailureCount: 2 }, 'SUCCEEDED'],
  ['beyond the tolerated count', { ToleratedFailureCount: 1 }, 'FAILED'],
  ['beyond either', { ToleratedFailureCount: 2, ToleratedFailurePercentage: 10 }, 'FAILED'],
])('two of four items fail, %s', async (_, tolerance, status) => {
  const { states } = await cloudWith(mapState(tolerance), failOdd);
  expect((await run(states, [1, 2, 3, 4])).status).toBe(status);
});

test('a child that failed within the tolerance leaves its error among the results', async () => {
  const { states } = await cloudWith(mapState({ ToleratedFailureCount: 1 }), failOdd);
  expect(outputOf(await run(states, [2, 3]))).toMatchObject([
    2,
    { Status: 'FAILED', Error: 'Error', Input: '3' },
  ]);
});

test('no more children run at a time than MaxConcurrency allows', async () => {
  const handler = `
    export const handler = async () => {
      const from = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 40));
      return [from, Date.now()];
    };`;
  const { states } = await cloudWith(mapState({ MaxConcurrency: 1 }), handler);
  const spans = outputOf(await run(states, [1, 2, 3])) as [number, number][];
  spans.sort(([a], [b]) => a - b);
  for (const [index, [, end]] of spans.entries())
    expect(spans[index + 1]?.[0] ?? Infinity).toBeGreaterThanOrEqual(end);
});

test('ResultWriter puts results and failures into the bucket', async () => {
  const { states, s3 } = await cloudWith(
    mapState({
      ToleratedFailurePercentage: 100,
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket: 'worklists', Prefix: 'results/' },
      },
    }),
    failOdd,
  );
  const output = outputOf(await run(states, [1, 2, 4])) as {
    MapRunArn: string;
    ResultWriterDetails: { Bucket: string; Key: string };
  };
  const read = async (Key: string): Promise<unknown> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'worklists', Key }));
    return JSON.parse((await Body?.transformToString()) ?? '');
  };
  expect(output.ResultWriterDetails.Key).toMatch(/^results\/[0-9a-f-]{36}\/manifest\.json$/);
  const manifest = (await read(output.ResultWriterDetails.Key)) as {
    ResultFiles: Record<string, { Key: string }[]>;
  };
  const [succeeded] = manifest.ResultFiles['SUCCEEDED'] ?? [];
  const [failed] = manifest.ResultFiles['FAILED'] ?? [];
  expect(await read(succeeded?.Key ?? '')).toMatchObject([
    { Input: '2', Output: '2', Status: 'SUCCEEDED' },
    { Input: '4', Output: '4', Status: 'SUCCEEDED' },
  ]);
  expect(await read(failed?.Key ?? '')).toMatchObject([{ Input: '1', Status: 'FAILED', Error: 'Error' }]);
});

test('a worklist that is not there fails the state by name, so that it can be caught', async () => {
  const definition = mapState({
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Parameters: { Bucket: 'worklists', Key: 'nowhere.json' },
    },
  });
  const { states } = await cloudWith(definition, echo);
  expect(await run(states, {})).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed' });
});
