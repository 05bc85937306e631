import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { readBody, send } from '../endpoint/protocols.ts';
import type { Functions } from './functions.ts';

const address = /^\/lambda-url\/([^/?]+)(\/[^?]*)?(?:\?(.*))?$/;

const answered = z.object({
  statusCode: z.int().default(200),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
});

/** Answers a request to a function's URL: hands it on and answers as the function says (payload format 2.0). */
export async function answerUrl(
  functions: Functions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, name = '', rawPath = '/', rawQueryString = ''] = address.exec(request.url ?? '') ?? [];
  const body = await readBody(request);
  const headers = new Map(
    Object.entries(request.headers).map(([key, value]) => [key, [value ?? ''].flat().join(',')]),
  );
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: Object.fromEntries(headers),
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    requestContext: {
      http: { method: request.method ?? 'GET', path: rawPath, protocol: 'HTTP/1.1' },
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
  const outcome = await functions.invoke(name, JSON.stringify(event));
  if ('error' in outcome) {
    send(response, 502, 'text/plain', 'Internal Server Error');
    return;
  }
  const answer = answered.parse(JSON.parse(outcome.payload));
  const { 'content-type': contentType = 'application/json', ...others } = answer.headers;
  send(response, answer.statusCode, contentType, answer.body, others);
}
