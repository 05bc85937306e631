import * as z from 'zod';
import { authorizerOf, callerOf } from '../endpoint/caller.ts';
import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import type { Account } from '../shared/account.ts';
import type { Clock } from '../shared/clock.ts';
import type { Functions } from './functions.ts';

const address = /^\/lambda-url\/([^/?]+)(\/[^?]*)?(?:\?(.*))?$/;

const answered = z.object({
  statusCode: z.int().default(200),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
});

/** What a request to a function's URL is answered with. */
export interface UrlServices {
  readonly account: Account;
  readonly clock: Clock;
  readonly functions: Functions;
}

/**
 * Answers a request to a function's URL: hands it on and answers as the function says (payload format 2.0). Turns an
 * unsigned one away where the URL's authentication is AWS_IAM, and passes on who signed.
 */
export async function answerUrl(
  { account, clock, functions }: UrlServices,
  request: ServiceRequest,
): Promise<ServiceAnswer> {
  const [, name = '', rawPath = '/', rawQueryString = ''] = address.exec(request.url) ?? [];
  const caller = functions.takesSignedOnly(name) ? callerOf(request, account) : undefined;
  if (functions.takesSignedOnly(name) && caller === undefined) {
    return answerOf(403, 'application/json', '{"Message":"Forbidden"}');
  }
  const { body, headers, method } = request;
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    requestContext: {
      http: { method, path: rawPath, protocol: 'HTTP/1.1' },
      timeEpoch: clock.now(),
      ...(caller !== undefined && { authorizer: authorizerOf(caller, account) }),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
  const outcome = await functions.invoke(name, JSON.stringify(event));
  if ('error' in outcome) return answerOf(502, 'text/plain', 'Internal Server Error');
  const answer = answered.parse(JSON.parse(outcome.payload));
  const { 'content-type': contentType = 'application/json', ...others } = answer.headers;
  return answerOf(answer.statusCode, contentType, answer.body, others);
}
