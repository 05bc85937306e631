import * as z from 'zod';
import type { Functions } from '../../lambda/functions.ts';
import { parseJson, type Json } from '../../shared/json.ts';
import { ServiceError } from '../../shared/service-error.ts';
import { refuseTooLarge, StateError } from './errors.ts';

/** Calls functions for a state machine. */
export type Invoker = Pick<Functions, 'invoke'>;

const invocation = z.looseObject({
  FunctionName: z.string(),
  Payload: z.custom<Json>().optional(),
  InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse'),
});

/**
 * Runs a Task whose resource is `arn:aws:states:::lambda:invoke`.
 * @param parameters of the Task, worked out
 * @returns as on AWS, with the function's answer under `Payload`
 * @throws StateError named like the error of the function
 */
export async function invokeTask(functions: Invoker, parameters: Json): Promise<Json> {
  const { FunctionName: name, Payload: payload = {}, InvocationType: type } = invocation.parse(parameters);
  const answer = callFunction(functions, name, payload);
  if (type === 'Event') {
    answer.catch(() => undefined);
    return { StatusCode: 202 };
  }
  return {
    ExecutedVersion: '$LATEST',
    Payload: await answer,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    StatusCode: 200,
  };
}

/**
 * Runs a Task whose resource is a function.
 * @param input of the Task, worked out
 * @returns the function's answer
 * @throws StateError named like the error of the function
 */
export async function callFunction(functions: Invoker, reference: string, input: Json): Promise<Json> {
  let outcome;
  try {
    outcome = await functions.invoke(reference, JSON.stringify(input));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error.code === 'AccessDeniedException' ? 'AWSLambdaException' : error.code;
    throw new StateError(`Lambda.${code}`, error.message);
  }
  if ('error' in outcome) throw new StateError(outcome.error.errorType, JSON.stringify(outcome.error));
  refuseTooLarge(outcome.payload, reference);
  return parseJson(outcome.payload);
}
