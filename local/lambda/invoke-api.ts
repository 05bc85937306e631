import type { IncomingMessage, ServerResponse } from 'node:http';
import { asServiceError, readBody, send } from '../endpoint/protocols.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { Functions } from './functions.ts';

const address = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/;

/** Answers Lambda's Invoke, synchronous and asynchronous. */
export async function answerInvoke(
  functions: Functions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const reference = address.exec(request.url ?? '')?.[1];
    if (request.method !== 'POST' || reference === undefined) {
      throw new ServiceError(
        'NotImplemented',
        `the embedded cloud does only Invoke of Lambda, not ${String(request.url)}`,
        {},
        501,
      );
    }
    const payload = (await readBody(request)).toString('utf8') || '{}';
    const answer = functions.invoke(decodeURIComponent(reference), payload);
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      answer.catch(() => undefined);
      send(response, 202, 'application/json', '');
      return;
    }
    const outcome = await answer;
    const headers = { 'x-amz-executed-version': '$LATEST' };
    if ('payload' in outcome) send(response, 200, 'application/json', outcome.payload, headers);
    else
      send(response, 200, 'application/json', JSON.stringify(outcome.error), {
        ...headers,
        'x-amz-function-error': 'Unhandled',
      });
  } catch (error) {
    const { statusCode, code, message } = asServiceError(error);
    send(response, statusCode, 'application/json', JSON.stringify({ Type: 'User', message }), {
      'x-amzn-errortype': code,
    });
  }
}
