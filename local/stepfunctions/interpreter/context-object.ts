import { type Clock, instantAt } from '../../shared/clock.ts';
import { isObject, type Json, type JsonObject } from '../../shared/json.ts';

/**
 * Makes the paths of one state that look into the context object say what the interpreter can
 * look up: it has no `$$.State`, and inside Parallel and inline Map states it takes the branch for
 * the execution. `contextObject` gives the members `Here` and `Root`.
 */
export function rewriteContextPaths(name: string, state: JsonObject): JsonObject {
  return rewriteMembers(state, (path) =>
    path
      .replaceAll('$$.State.', `$$$$.Here.${stateKey(name)}.`)
      .replaceAll('$$.Execution.Input', '$$$$.Root.Input')
      .replaceAll('$$.Execution.StartTime', '$$$$.Root.StartTime'),
  );
}

/** What `$$.State` is in each of the states, under `Here`. */
export function stateContexts(names: Iterable<string>, clock: Clock): Record<string, object> {
  const context = (Name: string): object => ({
    Name,
    get EnteredTime() {
      return instantAt(clock.passing());
    },
  });
  return Object.fromEntries([...names].map((name) => [stateKey(name), context(name)]));
}

/** An execution, as its context object describes it. */
export interface ContextSource {
  readonly executionArn: string;
  readonly executionName: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly roleArn: string;
  readonly input: Json;
  /** In milliseconds since the epoch. */
  readonly startDate: number;
  readonly stateContexts: Readonly<Record<string, object>>;
}

/** The context object of an execution, in the form that `rewriteContextPaths` makes paths for. */
export function contextObject(source: ContextSource): Record<string, unknown> {
  return {
    Execution: {
      Id: source.executionArn,
      Name: source.executionName,
      RoleArn: source.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: source.stateMachineArn, Name: source.stateMachineName },
    Root: { Input: source.input, StartTime: new Date(source.startDate).toISOString() },
    Here: source.stateContexts,
  };
}

/** The name of a state in a form that can stand in a path. */
function stateKey(name: string): string {
  return `s${Buffer.from(name).toString('hex')}`;
}

function rewriteMembers(object: JsonObject, rewrite: (path: string) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const isPath = key.endsWith('.$') || key.endsWith('Path') || key === 'Variable';
      return [key, isPath && typeof value === 'string' ? rewrite(value) : rewriteInside(value, rewrite)];
    }),
  );
}

function rewriteInside(value: Json, rewrite: (path: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => rewriteInside(item, rewrite));
  return isJsonObject(value) ? rewriteMembers(value, rewrite) : value;
}

function isJsonObject(value: Json): value is JsonObject {
  return isObject(value);
}
