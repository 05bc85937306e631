import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { isObject, type Json, type JsonObject } from '../../shared/json.ts';
import { rewriteContextPaths, stateContexts } from './context-object.ts';
import { readDistributedMap } from '../distributed-map/definition.ts';
import { refuseUnsupported } from './unsupported.ts';
import type { Task, Workflow } from './workflow.ts';

/** Length of every pause, whatever the definition says: a simulation of two years must not wait. */
const PAUSE_MS = 2;

/**
 * Longest time-out, three weeks, for a timer holds no more; also that of a Task without one, for
 * which the interpreter would take a minute.
 */
const LONGEST_TIMEOUT_SECONDS = 2_000_000;

const LONGEST_EXPRESS_SECONDS = 5 * 60;

const object = z.custom<JsonObject>(isObject, 'expected an object');
const states = z.record(z.string(), object);
const definition = z.custom<StateMachineDefinition>(isObject);

/**
 * Makes a definition in Amazon States Language ready to run.
 * @param json the definition, with JSONPath as its query language
 * @param isExpress whether executions end after five minutes
 * @param clock says when a state is entered
 * @throws for a definition with a state that is not there, or that asks for more than the embedded
 *   cloud can do
 */
export function prepareWorkflow(json: JsonObject, isExpress: boolean, clock: Clock): Workflow {
  const tasks = new Map<string, Task>();
  const types = new Map<string, string>();

  const prepareStates = (scope: JsonObject, insideMap: boolean): JsonObject => {
    const scoped = states.parse(scope['States']);
    refuseMissingTargets(scope['StartAt'], scoped);
    const prepared = Object.entries(scoped).map(([name, state]): [string, JsonObject] => {
      types.set(name, text(state['Type']));
      return [name, prepareState(name, state, insideMap)];
    });
    return { ...scope, States: Object.fromEntries(prepared) };
  };

  const prepareState = (name: string, state: JsonObject, insideMap: boolean): JsonObject => {
    const { Branches, ItemProcessor, Iterator, ...own } = state;
    refuseUnsupported(name, own, insideMap);
    const plain = withoutDefaults(rewriteContextPaths(name, own));
    if (state['Type'] === 'Task') {
      tasks.set(name, taskOf(text(state['Resource'])));
      const isComputed = plain['TimeoutSecondsPath'] !== undefined;
      return isComputed ? plain : withTimeout({ TimeoutSeconds: LONGEST_TIMEOUT_SECONDS, ...plain });
    }
    if (state['Type'] === 'Parallel') {
      const branches = z.array(object).parse(Branches);
      return { ...plain, Branches: branches.map((branch) => prepareStates(branch, insideMap)) };
    }
    if (state['Type'] === 'Map') {
      const processor = object.parse(ItemProcessor ?? Iterator);
      if (!isDistributed(processor)) return { ...plain, ItemProcessor: prepareStates(processor, true) };
      const areExpress = hasExpressChildren(processor);
      const children = prepareWorkflow(processor, areExpress, clock);
      const { map, task } = readDistributedMap(name, plain, children, areExpress);
      tasks.set(name, { kind: 'map', map });
      return { TimeoutSeconds: LONGEST_TIMEOUT_SECONDS, ...task };
    }
    return state['Type'] === 'Pass' ? withFalsyResult(plain) : plain;
  };

  const prepared = definition.parse(prepareStates(limited(omit(json, 'ProcessorConfig'), isExpress), false));
  const names = [...types.keys()];
  return {
    // The interpreter's validator takes half a second, and refuses what is new in the language.
    interpreter: new StateMachine(prepared, { validationOptions: { noValidate: true } }),
    tasks,
    types,
    pauses: Object.fromEntries(names.map((name) => [name, PAUSE_MS])),
    stateContexts: stateContexts(names, clock),
  };
}

/** Every state that StartAt, Next, Default, Choices or Catch lead to must be there. */
function refuseMissingTargets(startAt: Json | undefined, scope: Readonly<Record<string, JsonObject>>): void {
  const next = Object.values(scope).flatMap((state) => [
    state,
    ...rulesOf(state['Choices']),
    ...rulesOf(state['Catch']),
  ]);
  const targets = [startAt, ...next.flatMap((rule) => [rule['Next'], rule['Default']])];
  for (const target of targets) {
    if (typeof target === 'string' && !(target in scope))
      throw new Error(`it leads to state "${target}", which is not there`);
  }
}

function rulesOf(rules: Json | undefined): JsonObject[] {
  return z.array(object).catch([]).parse(rules);
}

function isDistributed(processor: JsonObject): boolean {
  const config = processor['ProcessorConfig'];
  return isObject(config) && config['Mode'] === 'DISTRIBUTED';
}

function hasExpressChildren({ ProcessorConfig: config }: JsonObject): boolean {
  return isObject(config) && config['ExecutionType'] === 'EXPRESS';
}

/**
 * Leaves out paths that are the default anyway: the interpreter takes `ResultPath: "$"` for the name
 * of a member, and finds nothing at `$` when that is 0, false or empty text.
 */
function withoutDefaults(state: JsonObject): JsonObject {
  const isDefault = ([key, value]: [string, unknown]): boolean =>
    value === '$' && ['InputPath', 'ResultPath', 'OutputPath'].includes(key);
  return Object.fromEntries(Object.entries(state).filter((member) => !isDefault(member)));
}

/** An Express execution lasts five minutes at the most, whatever its own time-out. */
function limited(scope: JsonObject, isExpress: boolean): JsonObject {
  if (!isExpress) return withTimeout(scope);
  const { TimeoutSeconds: seconds } = scope;
  const own = typeof seconds === 'number' ? seconds : LONGEST_EXPRESS_SECONDS;
  return { ...scope, TimeoutSeconds: Math.min(own, LONGEST_EXPRESS_SECONDS) };
}

/** Shortens a time-out that a timer cannot hold: it would be over at once. */
function withTimeout(scope: JsonObject): JsonObject {
  const { TimeoutSeconds: seconds } = scope;
  if (typeof seconds !== 'number') return scope;
  return { ...scope, TimeoutSeconds: Math.min(seconds, LONGEST_TIMEOUT_SECONDS) };
}

/** The interpreter overlooks a Result of 0, false, null or empty text, but not Parameters of it. */
function withFalsyResult(pass: JsonObject): JsonObject {
  const { Result: result, ...others } = pass;
  return result === undefined || Boolean(result) ? pass : { ...others, Parameters: result };
}

function omit(json: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== member));
}

function text(json: Json | undefined): string {
  return typeof json === 'string' ? json : '';
}

function taskOf(resource: string): Task {
  return resource.endsWith(':lambda:invoke') ? { kind: 'invoke' } : { kind: 'function', arn: resource };
}
