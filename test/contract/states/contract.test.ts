import { describe, expect, test } from 'vitest';
import { Random } from '../../../local/weather/random.ts';
import { synthesised } from '../../support/lib/synthesis.ts';
import {
  type Definition,
  definitionIn,
  failure,
  type Payload,
  run,
  statesOfSteps,
} from '../../support/lib/workflow.ts';
import { runStates } from '../../weather/states/interpreter.ts';
import { type Json, type JsonObject, StatesError } from '../../weather/states/paths.ts';
import type { World } from '../../weather/world/world.ts';

/** What a task gives when it is called, one time after the other; the last one again and again. An error is thrown. */
type Answers = readonly (((input: Payload) => Payload) | Error)[];

interface Scenario {
  readonly definition: Definition;
  readonly tasks: Readonly<Record<string, Answers>>;
  readonly input: Payload;
}

interface Ended {
  readonly output?: unknown;
  readonly error?: { readonly name: string; readonly cause: string };
  /** Which tasks were called with what, in order. */
  readonly calls: readonly (readonly [state: string, input: unknown])[];
}

function fakesOf({ tasks }: Scenario) {
  const entries = Object.entries(tasks).map(([state, answers]) => {
    let count = 0;
    const fake = (input: Payload): Payload => {
      const answer = answers[Math.min(count, answers.length - 1)];
      count += 1;
      if (answer instanceof Error) throw answer;
      return answer?.(input) ?? {};
    };
    return [state, fake] as const;
  });
  return Object.fromEntries(entries);
}

/** By the interpreter of the embedded cloud. */
async function embedded(scenario: Scenario): Promise<Ended> {
  const calls: [string, unknown][] = [];
  const fakes = Object.entries(fakesOf(scenario)).map(([state, fake]) => [
    state,
    (input: Payload) => {
      calls.push([state, input]);
      return fake(input);
    },
  ]);
  try {
    const { output } = await run(scenario.definition, Object.fromEntries(fakes) as never, scenario.input);
    return { output, calls };
  } catch (thrown) {
    const { cause } = thrown as { readonly cause: Error };
    return { error: { name: cause.name, cause: cause.message }, calls };
  }
}

/** By the interpreter of the simulation, which calls functions by their ARN: here each task has its own name as that. */
async function model(scenario: Scenario): Promise<Ended> {
  const calls: [string, unknown][] = [];
  const fakes = fakesOf(scenario);
  const world = { sleep: () => Promise.resolve(), random: new Random(1) } as unknown as World;
  const call = (state: string, payload: Json): Promise<Json> => {
    calls.push([state, payload]);
    const fake = fakes[state];
    if (fake === undefined) return Promise.reject(new Error(`nobody does ${state}`));
    try {
      return Promise.resolve(fake(payload as Payload) as Json);
    } catch (thrown) {
      const { name, message } = thrown as Error;
      return Promise.reject(new StatesError(name, message));
    }
  };
  const nothing = () => {
    throw new Error('there is no distributed map here');
  };
  const context: JsonObject = { Execution: { Name: 'the-execution' } };
  try {
    const definition = namingTasks(scenario.definition);
    const around = { world, call, items: nothing, leave: nothing };
    return { output: await runStates(definition, scenario.input as Json, context, around), calls };
  } catch (thrown) {
    if (!(thrown instanceof StatesError)) throw thrown;
    return { error: { name: thrown.error, cause: thrown.reason }, calls };
  }
}

/** The same definition, whose tasks have their names as resources. */
function namingTasks(definition: Definition): Definition {
  const States = Object.entries(definition.States).map(([name, state]) => {
    const { ItemProcessor } = state;
    if (state.Type === 'Task') return [name, { ...state, Resource: name }];
    return [
      name,
      ItemProcessor === undefined ? state : { ...state, ItemProcessor: namingTasks(ItemProcessor) },
    ];
  });
  return { ...definition, States: Object.fromEntries(States) as Definition['States'] };
}

/** How a scenario ends by the embedded cloud; by the simulation it must end the same. */
async function agreed(scenario: Scenario): Promise<Ended> {
  const ended = await embedded(scenario);
  expect(await model(scenario)).toEqual(ended);
  return ended;
}

const workflow = definitionIn(synthesised().renewals);
const batches = 'Renew batch by batch';
const child = workflow.States[batches]?.ItemProcessor as Definition;
const licences = ['L-1', 'L-2'].map((licenceId) => ({ licenceId, customerId: 'C-1' }));
const batch = { planId: 'video-sma', today: '2026-01-15', execution: 'the-run', licences };
const outcomes = [{ licenceId: 'L-1', did: ['lapse'], because: 'it was due' }];
const naming = (next: string) => (input: Payload) => ({ ...input, outcomes, next });

describe('a batch of the renewal workflow', () => {
  test.each(statesOfSteps)('goes by %s and the mail to its end', async (next, state) => {
    const tasks = {
      Assess: [naming(next), naming('none')],
      [state]: [naming('deliver-mail')],
      'Deliver mail': [naming('assess')],
    };
    const { output, calls } = await agreed({ definition: child, tasks, input: batch });
    expect(output).toEqual({ outcomes });
    expect(calls).toHaveLength(4);
  });

  test.each([
    ['Lambda.TooManyRequestsException', 7],
    ['Throttled', 7],
    ['ConcurrentChange', 4],
    ['Lambda.ServiceException', 5],
    ['Lambda.SdkClientException', 5],
  ])('that meets %s tries %i times, and fails with it', async (name, times) => {
    const tasks = { Assess: [naming('lapse')], Lapse: [failure(name)] };
    const { error, calls } = await agreed({ definition: child, tasks, input: batch });
    expect(error).toEqual({ name, cause: 'out of luck' });
    expect(calls).toHaveLength(1 + times);
  });

  test.each(['Lambda.TooManyRequestsException', 'ConcurrentChange', 'Sandbox.Timedout', 'Runtime.ExitError'])(
    'that meets %s once goes on',
    async (name) => {
      const tasks = { Assess: [failure(name), naming('none')] };
      const { output, calls } = await agreed({ definition: child, tasks, input: batch });
      expect(output).toEqual({ outcomes });
      expect(calls).toHaveLength(2);
    },
  );

  test.each([
    ['Runtime.ExitError', 2],
    ['Sandbox.Timedout', 5],
    ['TypeError', 1],
  ])('whose function ends with %s, tried %i times, is done licence by licence', async (name, times) => {
    const alone = (input: Payload) => naming('none')({ ...input });
    const tasks = {
      Assess: [failure(name)],
      'Assess (one licence)': [...Array.from({ length: times }, () => failure(name)), alone],
      'Record failure': [({ licences: given }: Payload) => ({ licenceIds: given, reason: name })],
    };
    const { output, calls } = await agreed({ definition: child, tasks, input: batch });
    expect(output).toEqual([{ licenceIds: [licences[0]], reason: name }, { outcomes }]);
    expect(calls.filter(([state]) => state === 'Record failure')).toHaveLength(1);
  });

  test('goes on with the next licence where a failure cannot be recorded', async () => {
    const tasks = {
      Assess: [failure('TypeError')],
      'Assess (one licence)': [failure('TypeError'), naming('none')],
      'Record failure': [failure('TypeError')],
    };
    const { output } = await agreed({ definition: child, tasks, input: batch });
    expect(output).toMatchObject([{ error: { Error: 'TypeError' } }, { outcomes }]);
  });
});

describe('a run of the renewal workflow', () => {
  const definition: Definition = {
    ...workflow,
    States: { ...workflow.States, [batches]: { Type: 'Pass', Next: 'Summarise' } },
  };
  const input = { planId: 'video-sma', scheduledTime: '2026-01-15T05:00:00Z' };
  const collected = { planId: 'video-sma', worklist: { bucket: 'b', key: 'k' } };
  const summary = (members: object) => () => ({ failedCount: 0, trouble: '', summary: 'well', ...members });
  const tasksOf = (due: number, members: object = {}) => ({
    'Collect due licences': [() => ({ ...collected, due })],
    Summarise: [summary(members)],
  });

  test.each([
    ['nothing is due', tasksOf(0), undefined],
    ['all is well', tasksOf(3), undefined],
    ['a licence failed', tasksOf(3, { failedCount: 1, summary: '1 failed' }), '1 failed'],
    ['the account could not send', tasksOf(3, { trouble: 'quota', summary: 'mails wait' }), 'mails wait'],
  ])('ends where %s', async (_, tasks, cause) => {
    const { error } = await agreed({ definition, tasks, input });
    expect(error?.cause).toBe(cause);
  });

  test('that cannot collect fails with the error of its function', async () => {
    const tasks = { 'Collect due licences': [failure('TypeError')] };
    expect(await agreed({ definition, tasks, input })).toMatchObject({ error: { name: 'TypeError' } });
  });
});

describe('the language', () => {
  const one = (state: object): Definition =>
    ({ StartAt: 'One', States: { One: { End: true, ...state } } }) as unknown as Definition;
  const doing = (state: object) =>
    one({ Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:0:function:f', ...state });
  const input = { a: { b: [1, 2] }, text: 'x', yes: true };

  test.each([
    ['InputPath', { InputPath: '$.a' }],
    ['InputPath of the context', { InputPath: '$$.Execution.Name' }],
    ['Parameters', { Parameters: { 'list.$': '$.a.b', 'name.$': '$$.Execution.Name', fixed: { x: 1 } } }],
    ['States.Array', { Parameters: { 'both.$': 'States.Array($.text, $.a)' } }],
    ['Result', { Result: { c: 3 }, ResultPath: '$.a.c' }],
    ['ResultPath that makes objects', { Result: 3, ResultPath: '$.new.one' }],
    ['ResultPath of nothing', { Result: 3, ResultPath: null }],
    ['OutputPath', { OutputPath: '$.a.b' }],
  ])('of a Pass: %s', async (_, members) => {
    const { error } = await agreed({ definition: one({ Type: 'Pass', ...members }), tasks: {}, input });
    expect(error).toBeUndefined();
  });

  test.each([
    ['ResultSelector', { ResultSelector: { 'got.$': '$.answer' }, ResultPath: '$.done' }],
    ['Parameters', { Parameters: { 'of.$': '$.text' } }],
    ['ResultPath of nothing', { ResultPath: null }],
  ])('of a Task: %s', async (_, members) => {
    const { calls } = await agreed({
      definition: doing(members),
      tasks: { One: [() => ({ answer: 4 })] },
      input,
    });
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['StringEquals', { Variable: '$.text', StringEquals: 'x' }, 'There'],
    ['StringEquals of another', { Variable: '$.text', StringEquals: 'y' }, 'Else'],
    ['BooleanEquals', { Variable: '$.yes', BooleanEquals: true }, 'There'],
    ['NumericEquals', { Variable: '$.a.b[0]', NumericEquals: 1 }, 'There'],
    ['NumericGreaterThan', { Variable: '$.a.b[1]', NumericGreaterThan: 1 }, 'There'],
    ['NumericGreaterThan of the same', { Variable: '$.a.b[1]', NumericGreaterThan: 2 }, 'Else'],
    ['NumericGreaterThanEquals', { Variable: '$.a.b[1]', NumericGreaterThanEquals: 2 }, 'There'],
    ['NumericLessThan', { Variable: '$.a.b[0]', NumericLessThan: 2 }, 'There'],
    ['Not', { Not: { Variable: '$.text', StringEquals: 'y' } }, 'There'],
    [
      'And',
      {
        And: [
          { Variable: '$.text', StringEquals: 'x' },
          { Variable: '$.yes', BooleanEquals: false },
        ],
      },
      'Else',
    ],
    [
      'Or',
      {
        Or: [
          { Variable: '$.text', StringEquals: 'y' },
          { Variable: '$.yes', BooleanEquals: true },
        ],
      },
      'There',
    ],
  ])('of a Choice: %s', async (_, rule, next) => {
    const States = {
      One: { Type: 'Choice', Choices: [{ ...rule, Next: 'There' }], Default: 'Else' },
      There: { Type: 'Pass', Result: 'There', End: true },
      Else: { Type: 'Pass', Result: 'Else', End: true },
    };
    const definition = { StartAt: 'One', States } as unknown as Definition;
    expect(await agreed({ definition, tasks: {}, input })).toMatchObject({ output: next });
  });

  const caught = (names: readonly string[]) => ({
    StartAt: 'One',
    States: {
      One: {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:0:function:f',
        Catch: [{ ErrorEquals: names, Next: 'Caught', ResultPath: '$.error' }],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    },
  });

  test.each([
    ['TypeError', ['TypeError'], true],
    ['TypeError', ['RangeError'], false],
    ['TypeError', ['States.ALL'], true],
    ['TypeError', ['States.TaskFailed'], true],
    ['States.Timeout', ['States.ALL'], true],
  ])('of a Catch: %s by %j', async (name, names, isCaught) => {
    const definition = caught(names) as unknown as Definition;
    const { output, error } = await agreed({ definition, tasks: { One: [failure(name)] }, input });
    if (isCaught) expect(output).toMatchObject({ ...input, error: { Error: name, Cause: 'out of luck' } });
    else expect(error).toEqual({ name, cause: 'out of luck' });
  });

  test('of a Map: each item with the selector’s members, in the order of the items', async () => {
    const definition = one({
      Type: 'Map',
      ItemsPath: '$.a.b',
      ItemSelector: { 'item.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'text.$': '$.text' },
      ItemProcessor: { StartAt: 'Inside', States: { Inside: { Type: 'Pass', End: true } } },
    });
    const { output } = await agreed({ definition, tasks: {}, input });
    expect(output).toEqual([
      { item: 1, index: 0, text: 'x' },
      { item: 2, index: 1, text: 'x' },
    ]);
  });

  test('of a Fail: its own error and cause', async () => {
    const definition = one({ Type: 'Fail', End: undefined, Error: 'Mine', Cause: 'because' });
    const { error } = await agreed({ definition, tasks: {}, input });
    expect(error).toEqual({ name: 'Mine', cause: 'because' });
  });
});
