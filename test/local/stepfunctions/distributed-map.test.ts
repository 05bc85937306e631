import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeMapRunCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  type DescribeExecutionCommandOutput,
} from '@aws-sdk/client-sfn';
import { beforeAll, expect, test } from 'vitest';
import {
  clientOf,
  functionOf,
  invoke,
  machineArn,
  sharedCloud,
  stateMachineOf,
  type Resources,
} from '../../support/local/assembly.ts';
import { outputOf, run, waitFor } from '../../support/local/executions.ts';

const reader = (InputType: string, Parameters: object): object => ({
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: { InputType },
  Parameters: { Bucket: 'worklists', ...Parameters },
});

/** A state machine of one Distributed Map state, whose children call one function. */
function mapping(name: string, handler: string, members: object): [string, Resources[string]] {
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Work',
    States: { Work: invoke(handler, { End: true }) },
  };
  return [
    name,
    stateMachineOf(
      { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor, End: true, ...members } } },
      name,
    ),
  ];
}

const handlers = {
  echo: 'export const handler = async (event) => event;',
  failOdd:
    'export const handler = async (event) => { if (event % 2 === 1) throw new Error(`odd ${event}`); return event; };',
  brief:
    'export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 40)); return null; };',
  slow: 'export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 5000)); return null; };',
};

const cloud = sharedCloud({
  handlers,
  resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'worklists' } },
    ...Object.fromEntries(Object.keys(handlers).map((name) => [name, functionOf(name)])),
    ...Object.fromEntries([
      mapping('batches', 'echo', {
        ItemReader: reader('JSONL', { 'Key.$': '$.key' }),
        ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { 'today.$': '$.today', plan: 'p' } },
        ResultPath: '$.results',
      }),
      mapping('selected', 'echo', {
        ItemsPath: '$.list',
        ItemSelector: {
          'value.$': '$$.Map.Item.Value',
          'index.$': '$$.Map.Item.Index',
          'today.$': '$.today',
          'parent.$': '$$.Execution.Name',
        },
      }),
      mapping('intolerant', 'failOdd', { MaxConcurrency: 1 }),
      mapping('half', 'failOdd', { ToleratedFailurePercentage: 50 }),
      mapping('less than half', 'failOdd', { ToleratedFailurePercentage: 49 }),
      mapping('two', 'failOdd', { ToleratedFailureCount: 2 }),
      mapping('one', 'failOdd', { ToleratedFailureCount: 1 }),
      mapping('two and ten percent', 'failOdd', { ToleratedFailureCount: 2, ToleratedFailurePercentage: 10 }),
      mapping('serial', 'brief', { MaxConcurrency: 1 }),
      mapping('unending', 'slow', {}),
      mapping('exported', 'failOdd', {
        ToleratedFailurePercentage: 100,
        ResultWriter: {
          Resource: 'arn:aws:states:::s3:putObject',
          Parameters: { Bucket: 'worklists', Prefix: 'results/' },
        },
      }),
      mapping('nowhere', 'echo', { ItemReader: reader('JSON', { Key: 'nowhere.json' }) }),
      mapping('flat', 'echo', {
        ResultWriter: { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSON' } },
      }),
    ]),
  },
});

let states: SFNClient;
let s3: S3Client;
beforeAll(() => {
  states = new SFNClient(clientOf(cloud()));
  s3 = new S3Client(clientOf(cloud()));
});

async function childrenOf({ executionArn }: Pick<DescribeExecutionCommandOutput, 'executionArn'>) {
  const { mapRuns = [] } = await states.send(new ListMapRunsCommand({ executionArn }));
  const mapRunArn = mapRuns[0]?.mapRunArn;
  const { executions = [] } = await states.send(new ListExecutionsCommand({ mapRunArn }));
  return { mapRun: await states.send(new DescribeMapRunCommand({ mapRunArn })), executions };
}

test('items of a JSON Lines object are handed out in batches, each with the batch input', async () => {
  await s3.send(
    new PutObjectCommand({ Bucket: 'worklists', Key: 'a/b.jsonl', Body: '{"id":1}\n{"id":2}\n{"id":3}\n' }),
  );
  const execution = await run(states, { key: 'a/b.jsonl', today: '2026-01-15' }, machineArn('batches'));
  expect(outputOf(execution)).toEqual({
    key: 'a/b.jsonl',
    today: '2026-01-15',
    results: [
      { BatchInput: { today: '2026-01-15', plan: 'p' }, Items: [{ id: 1 }, { id: 2 }] },
      { BatchInput: { today: '2026-01-15', plan: 'p' }, Items: [{ id: 3 }] },
    ],
  });
  const { mapRun, executions } = await childrenOf(execution);
  expect(mapRun).toMatchObject({
    status: 'SUCCEEDED',
    itemCounts: { total: 3, succeeded: 3 },
    executionCounts: { total: 2, succeeded: 2 },
  });
  expect(executions.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test('the history names the Map Run, and every child has a history of its own', async () => {
  const execution = await run(states, [2], machineArn('two'));
  const { mapRun, executions } = await childrenOf(execution);
  const parent = await states.send(new GetExecutionHistoryCommand({ executionArn: execution.executionArn }));
  expect(parent.events?.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'MapStateEntered',
    'MapRunStarted',
    'MapRunSucceeded',
    'MapStateExited',
    'ExecutionSucceeded',
  ]);
  expect(parent.events?.[2]?.mapRunStartedEventDetails?.mapRunArn).toBe(mapRun.mapRunArn);
  const child = await states.send(
    new GetExecutionHistoryCommand({ executionArn: executions[0]?.executionArn }),
  );
  expect(child.events?.map(({ type }) => type)).toContain('TaskStateEntered');
});

test('ItemSelector sees the item, its index and the input of the Map state', async () => {
  const execution = await run(states, { list: ['a', 'b'], today: 'T' }, machineArn('selected'));
  const parent = execution.name;
  expect(outputOf(execution)).toEqual([
    { value: 'a', index: 0, today: 'T', parent },
    { value: 'b', index: 1, today: 'T', parent },
  ]);
});

test('without a tolerance the first failed item fails the state', async () => {
  const execution = await run(states, [8, 1, 2, 4], machineArn('intolerant'));
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
  const { mapRun } = await childrenOf(execution);
  expect(mapRun).toMatchObject({ status: 'FAILED', itemCounts: { succeeded: 1, failed: 1, pending: 2 } });
});

test.each([
  ['half', 'SUCCEEDED'],
  ['less than half', 'FAILED'],
  ['two', 'SUCCEEDED'],
  ['one', 'FAILED'],
  ['two and ten percent', 'FAILED'],
])('when two of four items fail and %s may, the state has %s', async (tolerance, status) => {
  expect((await run(states, [1, 2, 3, 4], machineArn(tolerance))).status).toBe(status);
});

test('a child that failed within the tolerance leaves its error among the results', async () => {
  const output = outputOf(await run(states, [2, 3], machineArn('one')));
  expect(output).toMatchObject([2, { Status: 'FAILED', Error: 'Error', Input: '3' }]);
});

test('no more children run at a time than MaxConcurrency allows', async () => {
  const { executions } = await childrenOf(await run(states, [1, 2, 3], machineArn('serial')));
  const spans = executions.map(({ startDate, stopDate }) => [Number(startDate), Number(stopDate)] as const);
  expect(spans).toHaveLength(3);
  spans.sort(([a], [b]) => a - b);
  for (const [index, [, end]] of spans.entries()) {
    expect(spans[index + 1]?.[0] ?? Infinity).toBeGreaterThanOrEqual(end);
  }
});

test('stopping an execution stops the children of its Map Run', async () => {
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: machineArn('unending'), input: '[1,2,3]' }),
  );
  await expect.poll(async () => (await childrenOf({ executionArn })).executions.length).toBe(3);
  await states.send(new StopExecutionCommand({ executionArn }));
  expect(await waitFor(states, executionArn)).toMatchObject({ status: 'ABORTED' });
  await expect.poll(async () => (await childrenOf({ executionArn })).mapRun.status).toBe('ABORTED');
  const { executions } = await childrenOf({ executionArn });
  expect(executions.map(({ status }) => status)).toEqual(['ABORTED', 'ABORTED', 'ABORTED']);
});

test('ResultWriter puts results and failures into the bucket', async () => {
  const execution = await run(states, [1, 2, 4], machineArn('exported'));
  const { ResultWriterDetails } = outputOf(execution) as {
    ResultWriterDetails: { Bucket: string; Key: string };
  };
  const read = async (Key = ''): Promise<unknown> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'worklists', Key }));
    return JSON.parse((await Body?.transformToString()) ?? '');
  };
  expect(ResultWriterDetails.Key).toMatch(/^results\/[0-9a-f-]{36}\/manifest\.json$/);
  const manifest = (await read(ResultWriterDetails.Key)) as {
    ResultFiles: Record<string, { Key: string }[]>;
  };
  expect(await read(manifest.ResultFiles['SUCCEEDED']?.[0]?.Key)).toMatchObject([
    { Input: '2', Output: '2', Status: 'SUCCEEDED' },
    { Input: '4', Output: '4', Status: 'SUCCEEDED' },
  ]);
  expect(await read(manifest.ResultFiles['FAILED']?.[0]?.Key)).toMatchObject([
    { Input: '1', Status: 'FAILED', Error: 'Error' },
  ]);
});

test('WriterConfig alone flattens the results in the output', async () => {
  expect(outputOf(await run(states, [[1, 2], [3]], machineArn('flat')))).toEqual([1, 2, 3]);
});

test('a worklist that is not there fails the state by name, so that it can be caught', async () => {
  expect(await run(states, {}, machineArn('nowhere'))).toMatchObject({
    status: 'FAILED',
    error: 'States.ItemReaderFailed',
  });
});
