import type { JsonObject } from '../../shared/json.ts';

const functionResource = /^arn:[^:]+:(states:[^:]*:[^:]*:lambda:invoke|lambda:[^:]*:[^:]*:function:.+)$/;

/** What the interpreter would get wrong: where it may stand, how to know it, what to do instead. */
const paths: readonly (readonly [pattern: RegExp, onlyInsideMap: boolean, why: string])[] = [
  [/"\$\$\.Task\.Token/, false, 'task tokens are not supported: call the function and wait for its answer'],
  [/"\$\$\.State\.RetryCount/, false, '$$.State.RetryCount is not known here'],
  [/\$\$\.Map\./, true, '$$.Map is not known inside an inline Map: pass what is needed with ItemSelector'],
];

/**
 * Refuses a state that asks for more than the embedded cloud can do, instead of running it wrongly.
 * @param state without the states inside it
 * @param insideMap whether it stands inside an inline Map state
 * @throws Error that names the state and the remedy
 */
export function refuseUnsupported(name: string, state: JsonObject, insideMap: boolean): void {
  const refuse = (why: string): never => {
    throw new Error(`state "${name}" cannot run on the embedded cloud: ${why}`);
  };
  if (
    state['QueryLanguage'] === 'JSONata' ||
    state['Arguments'] !== undefined ||
    state['Output'] !== undefined
  ) {
    refuse('it is written in JSONata; use JSONPath');
  }
  if (state['Assign'] !== undefined) refuse('it assigns variables; pass values in the state');
  const resource = state['Resource'];
  if (state['Type'] === 'Task' && (typeof resource !== 'string' || !functionResource.test(resource))) {
    refuse(
      `its resource is ${JSON.stringify(resource)}; call AWS from a Lambda function, or add the resource in local/stepfunctions/`,
    );
  }
  const text = JSON.stringify(state);
  for (const [pattern, onlyInsideMap, why] of paths) {
    if (pattern.test(text) && (insideMap || !onlyInsideMap)) refuse(why);
  }
}
