import { textOf } from './text.ts';
import type { World } from '../world/world.ts';
import { choose } from './choices.ts';
import { fill, type Json, type JsonObject, put, read, StatesError } from './paths.ts';

/** A state machine's definition, parsed. */
export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
}

interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath?: string;
  readonly Next: string;
}

type State = Readonly<Record<string, unknown>> & {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
};

/** What a workflow asks of the world around it. */
export interface Surroundings {
  readonly world: World;
  /** Calls a function; throws `StatesError` by the name under which a state machine sees the failure. */
  readonly call: (functionArn: string, payload: Json, timeoutMilliseconds: number) => Promise<Json>;
  /** The items of a Distributed Map's reader. */
  readonly items: (bucket: string, key: string) => readonly Json[];
  /** Where a Distributed Map leaves what came of its children; gives what its state's result is. */
  readonly leave: (bucket: string, prefix: string, results: readonly Json[]) => Json;
}

const mostBytes = 256 * 1024;
const mostSteps = 25_000 / 5;
const known = new Set(['Pass', 'Task', 'Choice', 'Map', 'Succeed', 'Fail', 'Wait']);

/** Runs a definition in the States Language with JSONPath, as deployed. Whatever it does not know is an error. */
export async function runStates(
  definition: Definition,
  input: Json,
  context: JsonObject,
  around: Surroundings,
): Promise<Json> {
  let name: string | undefined = definition.StartAt;
  let data = input;
  for (let steps = 0; name !== undefined; steps += 1) {
    if (steps > mostSteps) throw new StatesError('States.Runtime', 'the history has more than 25,000 events');
    const state: State | undefined = definition.States[name];
    if (state === undefined || !known.has(state.Type))
      throw new Error(`the model does not know state ${name}`);
    if (state.Type === 'Succeed') return data;
    if (state.Type === 'Fail') throw failOf(state, data, context);
    if (state.Type === 'Choice') {
      name = choose(state, data, context);
      continue;
    }
    const done: { readonly data: Json; readonly next: string | undefined } = await attempt(
      state,
      data,
      context,
      around,
    );
    if (Buffer.byteLength(JSON.stringify(done.data)) > mostBytes) {
      throw new StatesError('States.DataLimitExceeded', `the output of ${name} is over 256 KiB`);
    }
    data = done.data;
    name = done.next;
  }
  return data;
}

async function attempt(state: State, data: Json, context: JsonObject, around: Surroundings) {
  const attempts = new Map<Retrier, number>();
  for (;;) {
    try {
      const result = await work(state, data, context, around);
      return {
        data: output(state, data, context, result),
        next: state.End === true ? undefined : state.Next,
      };
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      const retrier = state.Retry?.find(({ ErrorEquals }) => matches(ErrorEquals, error.error));
      const tried = retrier === undefined ? 0 : (attempts.get(retrier) ?? 0);
      if (retrier !== undefined && tried < (retrier.MaxAttempts ?? 3)) {
        attempts.set(retrier, tried + 1);
        await around.world.sleep(pauseOf(retrier, tried, around));
        continue;
      }
      const catcher = state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, error.error));
      if (catcher === undefined) throw error;
      const caught = { Error: error.error, Cause: error.reason };
      return { data: put(catcher.ResultPath ?? '$', data, caught), next: catcher.Next };
    }
  }
}

function pauseOf(retrier: Retrier, tried: number, { world }: Surroundings): number {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity, JitterStrategy } = retrier;
  const seconds = Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** tried);
  return 1000 * (JitterStrategy === 'FULL' ? world.random.next() * seconds : seconds);
}

/** `States.ALL` takes everything but what no definition can catch. */
function matches(names: readonly string[], error: string): boolean {
  if (names.includes(error)) return true;
  if (names.includes('States.ALL')) return error !== 'States.DataLimitExceeded' && error !== 'States.Runtime';
  return names.includes('States.TaskFailed') && error !== 'States.Timeout' && !error.startsWith('States.');
}

async function work(state: State, data: Json, context: JsonObject, around: Surroundings): Promise<Json> {
  const path = state['InputPath'];
  const input = typeof path === 'string' ? (read(path, data, context) ?? null) : data;
  switch (state.Type) {
    case 'Pass': {
      const result = state['Result'] as Json | undefined;
      if (result !== undefined) return result;
      return state['Parameters'] === undefined ? input : fill(state['Parameters'] as Json, input, context);
    }
    case 'Wait':
      await around.world.sleep(1000 * Number(state['Seconds'] ?? 0));
      return input;
    case 'Task': {
      const payload =
        state['Parameters'] === undefined ? input : fill(state['Parameters'] as Json, input, context);
      return around.call(String(state['Resource']), payload, 1000 * Number(state['TimeoutSeconds'] ?? 60));
    }
    case 'Map':
      return isDistributed(state)
        ? distribute(state, input, context, around)
        : each(state, input, context, around);
    default:
      throw new Error(`the model does not know the type ${state.Type}`);
  }
}

function output(state: State, data: Json, context: JsonObject, result: Json): Json {
  const selector = state['ResultSelector'] as Json | undefined;
  const selected = selector === undefined ? result : fill(selector, result, context);
  const path = state['ResultPath'];
  const joined = path === null ? data : put(typeof path === 'string' ? path : '$', data, selected);
  const chosen = state['OutputPath'];
  return typeof chosen === 'string' ? (read(chosen, joined, context) ?? null) : joined;
}

function isDistributed(state: State): boolean {
  const processor = state['ItemProcessor'] as { ProcessorConfig?: { Mode?: string } } | undefined;
  return processor?.ProcessorConfig?.Mode === 'DISTRIBUTED';
}

/** An inline map: its items at most `MaxConcurrency` at a time, in order of their indexes. */
async function each(state: State, input: Json, context: JsonObject, around: Surroundings): Promise<Json> {
  const items = read(textOf(state['ItemsPath'] ?? '$'), input, context) as readonly Json[];
  const processor = state['ItemProcessor'] as Definition;
  return atOnce(Number(state['MaxConcurrency'] ?? 0) || 40, items, (item, index) => {
    const inside = { ...context, Map: { Item: { Value: item, Index: index } } };
    const selector = state['ItemSelector'] as Json | undefined;
    const given = selector === undefined ? item : fill(selector, input, inside);
    return runStates(processor, given, inside, around);
  });
}

/** A distributed map: batches as executions of their own; one that fails is counted and does not end the others. */
async function distribute(
  state: State,
  input: Json,
  context: JsonObject,
  around: Surroundings,
): Promise<Json> {
  const reader = fill((state['ItemReader'] as { Parameters: Json }).Parameters, input, context) as JsonObject;
  const items = around.items(textOf(reader['Bucket']), textOf(reader['Key']));
  const batcher = state['ItemBatcher'] as { MaxItemsPerBatch?: number; BatchInput?: Json } | undefined;
  const processor = state['ItemProcessor'] as Definition;
  const selector = state['ItemSelector'] as Json | undefined;
  const BatchInput = batcher?.BatchInput === undefined ? undefined : fill(batcher.BatchInput, input, context);
  const size = batcher?.MaxItemsPerBatch ?? 1;
  const batches: Json[] = [];
  for (let from = 0; from < items.length; from += size) {
    const inside = (item: Json, index: number) => ({
      ...context,
      Map: { Item: { Value: item, Index: index } },
    });
    const Items = items
      .slice(from, from + size)
      .map((item, index) =>
        selector === undefined ? item : fill(selector, input, inside(item, from + index)),
      );
    const [only = null] = Items;
    batches.push(batcher === undefined ? only : { ...(BatchInput !== undefined && { BatchInput }), Items });
  }
  const tolerated = Number(state['ToleratedFailurePercentage'] ?? 0);
  let failed = 0;
  const results = await atOnce(Number(state['MaxConcurrency'] ?? 0) || 40, batches, async (batch, index) => {
    const execution = {
      Execution: { Name: `${textOf((context['Execution'] as JsonObject)['Name'])}-${index}` },
    };
    try {
      return await runStates(processor, batch, { ...context, ...execution }, around);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      failed += 1;
      return { Error: error.error, Cause: error.reason };
    }
  });
  if ((100 * failed) / Math.max(1, batches.length) > tolerated) {
    throw new StatesError(
      'States.ExceedToleratedFailureThreshold',
      `${failed} of ${batches.length} batches failed`,
    );
  }
  const writer = state['ResultWriter'] as { Parameters: Json } | undefined;
  if (writer === undefined) return results;
  const to = fill(writer.Parameters, input, context) as JsonObject;
  return around.leave(textOf(to['Bucket']), textOf(to['Prefix']), results);
}

async function atOnce<T>(
  limit: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<Json>,
) {
  const results: Json[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

function failOf(state: State, data: Json, context: JsonObject): StatesError {
  const at = (name: string) => {
    const path = state[`${name}Path`];
    return path === undefined ? textOf(state[name] ?? '') : textOf(read(textOf(path), data, context) ?? '');
  };
  return new StatesError(at('Error'), at('Cause'));
}
