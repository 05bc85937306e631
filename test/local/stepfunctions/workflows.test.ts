import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
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

const echo = 'export const handler = async (event) => event;';
/** Fails with the error that it is told, as often as it is told for each key. */
const flaky = `
  const calls = new Map();
  export const handler = async ({ key, error, times }) => {
    const call = (calls.get(key) ?? 0) + 1;
    calls.set(key, call);
    if (call <= times) throw Object.assign(new Error('attempt ' + call), { name: error });
    return { call };
  };`;
const large = 'export const handler = async () => "x".repeat(300_000);';
const slow =
  'export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 2000)); return null; };';

const retry = [{ ErrorEquals: ['Throttled'], IntervalSeconds: 30, MaxAttempts: 2, BackoffRate: 2 }];
const caught = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Caught' }];
const done = { Type: 'Succeed' };

const definitions: Record<string, object> = {
  retrying: { StartAt: 'Try', States: { Try: invoke('flaky', { Retry: retry, End: true }) } },
  catching: { StartAt: 'Try', States: { Try: invoke('flaky', { Catch: caught, End: true }), Caught: done } },
  plain: {
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:000000000000:function:echo:1',
        ResultPath: '$.answer',
        End: true,
      },
    },
  },
  choosing: {
    StartAt: 'Which',
    States: {
      Which: {
        Type: 'Choice',
        Choices: [{ Variable: '$.due', StringEquals: 'lapse', Next: 'Lapse' }],
        Default: 'Nothing',
      },
      Lapse: { Type: 'Pass', Result: 'lapsed', End: true },
      Nothing: { Type: 'Fail', Error: 'NothingDue', Cause: 'nothing to do' },
    },
  },
  waiting: { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 3600, End: true } } },
  parallel: {
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Left', States: { Left: invoke('echo', { End: true }) } },
          {
            StartAt: 'Right',
            States: { Right: { Type: 'Pass', Parameters: { 'input.$': '$$.Execution.Input' }, End: true } },
          },
        ],
        End: true,
      },
    },
  },
  mapping: {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemSelector: { 'item.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Echo',
          States: { Echo: invoke('echo', { End: true }) },
        },
        End: true,
      },
    },
  },
  context: {
    StartAt: 'Where am I?',
    States: {
      'Where am I?': {
        Type: 'Pass',
        Parameters: {
          'id.$': '$$.Execution.Id',
          'name.$': '$$.Execution.Name',
          'input.$': '$$.Execution.Input',
          'started.$': '$$.Execution.StartTime',
          'state.$': '$$.State.Name',
          'entered.$': '$$.State.EnteredTime',
          'machine.$': '$$.StateMachine.Name',
          'machineArn.$': '$$.StateMachine.Id',
        },
        End: true,
      },
    },
  },
  constant: {
    StartAt: 'No',
    States: { No: { Type: 'Pass', Result: false, ResultPath: '$.due', End: true } },
  },
  patient: {
    TimeoutSeconds: 99_999_999,
    StartAt: 'Echo',
    States: { Echo: invoke('echo', { TimeoutSeconds: 99_999_999, End: true }) },
  },
  large: { StartAt: 'Large', States: { Large: invoke('large', { End: true }) } },
  slow: { StartAt: 'Slow', States: { Slow: invoke('slow', { End: true }) } },
  impatient: {
    StartAt: 'Slow',
    States: { Slow: invoke('slow', { TimeoutSeconds: 1, Catch: caught, End: true }), Caught: done },
  },
};

const machines: Resources = Object.fromEntries(
  Object.entries(definitions).map(([name, definition]) => [name, stateMachineOf(definition, name)]),
);

const cloud = sharedCloud({
  handlers: { echo, flaky, large, slow },
  resources: {
    Echo: functionOf('echo'),
    Flaky: functionOf('flaky'),
    Large: functionOf('large'),
    Slow: functionOf('slow'),
    ...machines,
  },
});

let states: SFNClient;
beforeAll(() => {
  states = new SFNClient(clientOf(cloud()));
});

test('an error that Retry names is tried again, without waiting its half minute', async () => {
  const from = Date.now();
  const execution = await run(states, { key: 'twice', error: 'Throttled', times: 2 }, machineArn('retrying'));
  expect(outputOf(execution)).toEqual({ call: 3 });
  expect(Date.now() - from).toBeLessThan(10_000);
});

test.each([
  ['more often than MaxAttempts', { key: 'thrice', error: 'Throttled', times: 3 }],
  ['that Retry does not name', { key: 'other', error: 'Bug', times: 1 }],
])('an error %s fails the execution by its name', async (_, input) => {
  const { status, error, cause = '' } = await run(states, input, machineArn('retrying'));
  expect({ status, error }).toEqual({ status: 'FAILED', error: input.error });
  expect(JSON.parse(cause)).toMatchObject({
    errorType: input.error,
    errorMessage: `attempt ${input.times}`,
    trace: expect.any(Array) as unknown,
  });
});

test('Catch gets error and cause and goes on elsewhere', async () => {
  const output = outputOf(
    await run(states, { key: 'caught', error: 'Bug', times: 1 }, machineArn('catching')),
  );
  expect(output).toMatchObject({
    key: 'caught',
    failure: { Error: 'Bug', Cause: expect.stringContaining('"errorType":"Bug"') as string },
  });
});

test('a Task whose resource is a version of a function gets the answer itself', async () => {
  expect(outputOf(await run(states, { a: 1 }, machineArn('plain')))).toEqual({ a: 1, answer: { a: 1 } });
});

test('a Choice leads to a Pass or to a Fail', async () => {
  expect(outputOf(await run(states, { due: 'lapse' }, machineArn('choosing')))).toBe('lapsed');
  expect(await run(states, { due: 'none' }, machineArn('choosing'))).toMatchObject({
    status: 'FAILED',
    error: 'NothingDue',
    cause: 'nothing to do',
  });
});

test('a Pass can give false', async () => {
  expect(outputOf(await run(states, { a: 1 }, machineArn('constant')))).toEqual({ a: 1, due: false });
});

test('a time-out of years is not over at once', async () => {
  expect(outputOf(await run(states, { a: 1 }, machineArn('patient')))).toEqual({ a: 1 });
});

test('a Wait of an hour takes no time', async () => {
  expect((await run(states, {}, machineArn('waiting'))).status).toBe('SUCCEEDED');
});

test('branches and inline items run with their own input, and know the execution they belong to', async () => {
  expect(outputOf(await run(states, { a: 1 }, machineArn('parallel')))).toEqual([
    { a: 1 },
    { input: { a: 1 } },
  ]);
  expect(outputOf(await run(states, { items: ['x', 'y'] }, machineArn('mapping')))).toEqual([
    { item: 'x', index: 0 },
    { item: 'y', index: 1 },
  ]);
});

test('the context object says which execution, state machine and state this is', async () => {
  const execution = await run(states, { a: 1 }, machineArn('context'));
  expect(outputOf(execution)).toEqual({
    id: execution.executionArn,
    name: execution.name,
    input: { a: 1 },
    started: execution.startDate?.toISOString(),
    state: 'Where am I?',
    entered: expect.stringMatching(/^\d{4}-/) as string,
    machine: 'context',
    machineArn: machineArn('context'),
  });
});

test('a result of more than 256 KiB fails as on AWS', async () => {
  expect(await run(states, {}, machineArn('large'))).toMatchObject({
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  });
});

test('a Task that takes longer than its time-out can be caught', async () => {
  expect(outputOf(await run(states, {}, machineArn('impatient')))).toMatchObject({
    failure: { Error: 'States.Timeout' },
  });
});

test('an execution that is stopped is aborted, with the reason given', async () => {
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: machineArn('slow') }),
  );
  await states.send(new StopExecutionCommand({ executionArn, error: 'Operator', cause: 'wrong book' }));
  expect(await waitFor(states, executionArn)).toMatchObject({
    status: 'ABORTED',
    error: 'Operator',
    cause: 'wrong book',
  });
});

test('a name that runs is started once for one input; afterwards, and for another, it is taken', async () => {
  const start = (input: object) =>
    states.send(
      new StartExecutionCommand({
        stateMachineArn: machineArn('slow'),
        name: 'daily',
        input: JSON.stringify(input),
      }),
    );
  const first = await start({ a: 1 });
  expect((await start({ a: 1 })).executionArn).toBe(first.executionArn);
  await expect(start({ a: 2 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await states.send(new StopExecutionCommand({ executionArn: first.executionArn }));
  await waitFor(states, first.executionArn);
  await expect(start({ a: 1 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('the history has each state with its input and output, and each failure', async () => {
  const { executionArn } = await run(
    states,
    { key: 'history', error: 'Throttled', times: 1 },
    machineArn('retrying'),
  );
  const { events = [] } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(events.map(({ id, type }) => [id, type])).toEqual([
    [1, 'ExecutionStarted'],
    [2, 'TaskStateEntered'],
    [3, 'TaskFailed'],
    [4, 'TaskStateExited'],
    [5, 'ExecutionSucceeded'],
  ]);
  expect(events[1]?.stateEnteredEventDetails).toMatchObject({
    name: 'Try',
    input: expect.stringContaining('"history"') as string,
  });
  expect(events[2]?.taskFailedEventDetails).toMatchObject({
    error: 'Throttled',
    cause: expect.stringContaining('attempt 1') as string,
  });
  expect(events[3]?.stateExitedEventDetails).toMatchObject({ name: 'Try', output: '{"call":2}' });
  const reversed = await states.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
  );
  expect(reversed.events?.map(({ id }) => id)).toEqual([5, 4]);
  const rest = await states.send(
    new GetExecutionHistoryCommand({
      executionArn,
      reverseOrder: true,
      maxResults: 10,
      nextToken: reversed.nextToken,
    }),
  );
  expect(rest.events?.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test('executions are listed the latest first, page by page, and by status', async () => {
  const stateMachineArn = machineArn('choosing');
  const names: (string | undefined)[] = [];
  for (const due of ['lapse', 'none', 'lapse'])
    names.unshift((await run(states, { due }, stateMachineArn)).name);
  const page = await states.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }));
  expect(page.executions?.map(({ name }) => name)).toEqual(names.slice(0, 2));
  const next = await states.send(
    new ListExecutionsCommand({ stateMachineArn, maxResults: 1, nextToken: page.nextToken }),
  );
  expect(next.executions?.map(({ name }) => name)).toEqual(names.slice(2));
  const failed = await states.send(
    new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED', maxResults: 1 }),
  );
  expect(failed.executions?.map(({ name }) => name)).toEqual([names[1]]);
});

test('state machines are listed and described as they were defined', async () => {
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
  expect(stateMachines.map(({ name }) => name)).toEqual(Object.keys(definitions));
  const { definition = '' } = await states.send(
    new DescribeStateMachineCommand({ stateMachineArn: machineArn('choosing') }),
  );
  expect(JSON.parse(definition)).toEqual(definitions['choosing']);
});
