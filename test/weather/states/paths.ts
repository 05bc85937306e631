/** JSONPath as far as the definitions use it: `$.a.b`, `$$.a.b`, `$.a[0]`. Throws on anything else. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
import { textOf } from './text.ts';

export type JsonObject = { readonly [key: string]: Json };

const step = /\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/y;

export function read(path: string, state: Json, context: Json): Json | undefined {
  const isContext = path.startsWith('$$');
  const rest = path.slice(isContext ? 2 : 1);
  let value: Json | undefined = isContext ? context : state;
  step.lastIndex = 0;
  while (step.lastIndex < rest.length) {
    const match = step.exec(rest);
    if (match === null) throw new Error(`the model of Step Functions does not know the path ${path}`);
    const [, name, quoted, index] = match;
    if (value === undefined || value === null || typeof value !== 'object') return undefined;
    value = (value as JsonObject)[name ?? quoted ?? index ?? ''];
  }
  return value;
}

/** Puts a value where a path points; makes the objects on the way. */
export function put(path: string, state: Json, value: Json): Json {
  if (path === '$') return value;
  const [name = '', ...rest] = path.slice(2).split('.');
  const object =
    state !== null && typeof state === 'object' && !Array.isArray(state) ? (state as JsonObject) : {};
  return {
    ...object,
    [name]: rest.length === 0 ? value : put(`$.${rest.join('.')}`, object[name] ?? {}, value),
  };
}

const arrayOf = /^States\.Array\((.*)\)$/;

/** A path, or the only intrinsic function that the definitions use. */
function evaluate(expression: string, state: Json, context: Json): Json | undefined {
  const listed = arrayOf.exec(expression)?.[1];
  if (listed === undefined) return read(expression, state, context);
  return listed.split(',').map((path) => read(path.trim(), state, context) ?? null);
}

/** A template such as `Parameters`: keys that end in `.$` are paths. */
export function fill(template: Json, state: Json, context: Json): Json {
  if (Array.isArray(template)) return template.map((each) => fill(each as Json, state, context));
  if (template === null || typeof template !== 'object') return template;
  const entries = Object.entries(template as JsonObject).map(([key, value]): [string, Json] => {
    if (!key.endsWith('.$')) return [key, fill(value, state, context)];
    const found = evaluate(textOf(value), state, context);
    if (found === undefined)
      throw new StatesError('States.ParameterPathFailure', `nothing is at ${textOf(value)}`);
    return [key.slice(0, -2), found];
  });
  return Object.fromEntries(entries);
}

/** An error by its name in the States Language. */
export class StatesError extends Error {
  readonly error: string;
  readonly reason: string;

  constructor(error: string, reason: string) {
    super(`${error}: ${reason}`);
    this.error = error;
    this.reason = reason;
  }
}
