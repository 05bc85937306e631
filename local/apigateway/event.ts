import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import type { Account } from '../shared/account.ts';

/** What the event of a request says apart from the request itself. */
interface Context {
  readonly account: Account;
  readonly apiId: string;
  readonly routeKey: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** What the authoriser of the route says of who asks. */
  readonly authorizer: object | undefined;
}

/** The event that a function receives for a request: payload format 2.0. */
export function eventOf(request: ServiceRequest, context: Context): object {
  const { account, apiId, routeKey, time, authorizer } = context;
  const { method, body } = request;
  const { cookie, ...headers } = request.headers;
  const [path = '/', rawQueryString = ''] = request.url.split(/\?(.*)/s);
  const rawPath = decoded(path);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers,
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    requestContext: {
      accountId: account.accountId,
      apiId,
      domainName: headers['host'] ?? '',
      domainPrefix: apiId,
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      timeEpoch: time,
      ...(authorizer !== undefined && { authorizer }),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

/** The path as an HTTP API hands it on, unlike a function URL: decoded, and cut off at what then looks like a query. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\?.*$/s, '');
  } catch {
    return path;
  }
}

const answered = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** The answer that a function's output stands for; one without a status is the body of an answer that all is well. */
export function answerFrom(payload: string): ServiceAnswer {
  const output: unknown = JSON.parse(payload);
  const { data } = answered.safeParse(output);
  if (data === undefined) return answerOf(200, 'application/json', payload);
  const { statusCode, body, isBase64Encoded, cookies } = data;
  const named = Object.entries(data.headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ]);
  const { 'content-type': contentType = 'text/plain;charset=UTF-8', ...headers } = Object.fromEntries(named);
  const content = isBase64Encoded ? Buffer.from(body, 'base64') : body;
  return { ...answerOf(statusCode, contentType, content, headers), cookies };
}
