import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { Clock } from '../../../local/shared/clock.ts';
import { prepareWorkflow } from '../../../local/stepfunctions/interpreter/prepare.ts';
import {
  clientOf,
  functionOf,
  invoke,
  machineArn,
  sharedCloud,
  stateMachineOf,
} from '../../support/local/assembly.ts';
import { run } from '../../support/local/executions.ts';

const caught = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
const done = { Type: 'Succeed' };

const cloud = sharedCloud({
  handlers: {
    echo: 'export const handler = async (event) => event;',
    text: 'export const handler = async ({ bytes }) => "x".repeat(bytes);',
  },
  resources: {
    Echo: functionOf('echo'),
    Text: functionOf('text'),
    Kept: stateMachineOf(
      {
        StartAt: 'Text',
        States: { Text: invoke('text', { OutputPath: '$.Payload', Catch: caught, End: true }), Caught: done },
      },
      'text',
    ),
    Merged: stateMachineOf(
      {
        StartAt: 'Twice',
        States: {
          Twice: { Type: 'Pass', Parameters: { 'one.$': '$.text', 'two.$': '$.text' }, Next: 'After' },
          After: done,
        },
      },
      'merged',
    ),
    Parameters: stateMachineOf(
      {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'echo', Payload: { 'one.$': '$.text', 'two.$': '$.text' } },
            Catch: caught,
            End: true,
          },
          Caught: done,
        },
      },
      'parameters',
    ),
    Endless: stateMachineOf(
      { StartAt: 'Again', States: { Again: { Type: 'Pass', Next: 'Again' } } },
      'endless',
    ),
  },
});

let states: SFNClient;
beforeAll(() => {
  states = new SFNClient(clientOf(cloud()));
});

describe('a payload has 256 KiB at the most', () => {
  const tooLarge = { status: 'FAILED', error: 'States.DataLimitExceeded' };
  // The quotes around a text are part of it.
  const most = 262_144 - 2;

  test.each([
    ['the result of a task', 'text', { bytes: most }, { status: 'SUCCEEDED' }],
    ['a larger one, which nothing catches', 'text', { bytes: most + 1 }, tooLarge],
    ['what a state puts out', 'merged', { text: 'x'.repeat(131_000) }, { status: 'SUCCEEDED' }],
    ['more than that', 'merged', { text: 'x'.repeat(131_072) }, tooLarge],
    ['the parameters of a task', 'parameters', { text: 'x'.repeat(131_072) }, tooLarge],
  ])('%s', async (_, machine, input, ended) => {
    expect(await run(states, input, machineArn(machine))).toMatchObject(ended);
  });

  test('the input of an execution', async () => {
    const start = (bytes: number) =>
      states.send(
        new StartExecutionCommand({
          stateMachineArn: machineArn('merged'),
          input: JSON.stringify({ text: 'x'.repeat(bytes - '{"text":""}'.length) }),
        }),
      );
    await expect(start(262_144)).resolves.toHaveProperty('executionArn');
    await expect(start(262_145)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("Value at 'input' failed to satisfy constraint") as string,
    });
  });
});

test('a history has 25,000 events at the most', async () => {
  expect(await run(states, {}, machineArn('endless'))).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  });
});

test('an Express execution lasts five minutes at the most', () => {
  const timeout = (json: object, isExpress: boolean): unknown => {
    const { interpreter } = prepareWorkflow(
      { StartAt: 'End', States: { End: done }, ...json },
      isExpress,
      new Clock(),
    );
    return (Reflect.get(interpreter, 'definition') as { TimeoutSeconds?: number }).TimeoutSeconds;
  };
  expect(timeout({}, true)).toBe(300);
  expect(timeout({ TimeoutSeconds: 3600 }, true)).toBe(300);
  expect(timeout({ TimeoutSeconds: 60 }, true)).toBe(60);
  expect(timeout({ TimeoutSeconds: 3600 }, false)).toBe(3600);
});

describe('the name of an execution', () => {
  test.each<[name: string, error: string | undefined]>([
    ['a'.repeat(80), undefined],
    ['a'.repeat(81), 'ValidationException'],
    ['video-sma_2026.01@x', undefined],
    ...Array.from(' <>{}[]?*"#%\\^|~`$&,;:/\u0007').map((character): [string, string] => [
      `a${character}b`,
      'InvalidName',
    ]),
  ])('%s: %s', async (name, error) => {
    const command = new StartExecutionCommand({
      stateMachineArn: machineArn('merged'),
      name,
      input: '{"text":""}',
    });
    const answer = states.send(command).then(
      () => undefined,
      (thrown: unknown) => (thrown as Error).name,
    );
    expect(await answer).toBe(error);
  });
});
