import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import { asServiceError } from '../endpoint/protocols.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { AsynchronousCalls } from './asynchronous-calls.ts';
import type { Functions } from './functions.ts';

const address = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/;

/** Answers Lambda's Invoke, synchronous and asynchronous; the latter too when the function has ended, not before. */
export async function answerInvoke(
  functions: Functions,
  calls: AsynchronousCalls,
  request: ServiceRequest,
): Promise<ServiceAnswer> {
  try {
    const reference = address.exec(request.url)?.[1];
    if (request.method !== 'POST' || reference === undefined) {
      throw new ServiceError(
        'NotImplemented',
        `the embedded cloud does only Invoke of Lambda, not ${request.url}`,
        {},
        501,
      );
    }
    const payload = request.body.toString('utf8') || '{}';
    const { functionName } = functions.settingsOf(decodeURIComponent(reference));
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      await calls.call(functionName, payload);
      return answerOf(202, 'application/json', '');
    }
    const outcome = await functions.invoke(functionName, payload);
    const headers = { 'x-amz-executed-version': '$LATEST' };
    if ('payload' in outcome) return answerOf(200, 'application/json', outcome.payload, headers);
    return answerOf(200, 'application/json', JSON.stringify(outcome.error), {
      ...headers,
      'x-amz-function-error': 'Unhandled',
    });
  } catch (error) {
    const { statusCode, code, message } = asServiceError(error);
    return answerOf(statusCode, 'application/json', JSON.stringify({ Type: 'User', message }), {
      'x-amzn-errortype': code,
    });
  }
}
