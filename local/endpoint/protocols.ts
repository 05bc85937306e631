import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { isObject } from '../shared/json.ts';
import { ServiceError } from '../shared/service-error.ts';

/** Most bytes of a request that the front reads itself: more than any AWS service takes at once. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Answers a request in AWS's JSON protocol, whose header `X-Amz-Target` names the operation. */
export async function answerJson(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (operation: string, body: Record<string, unknown>) => object | Promise<object>,
): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  try {
    const body: unknown = JSON.parse((await readBody(request)).toString('utf8') || '{}');
    if (!isObject(body)) throw new ServiceError('SerializationException', 'the request is no JSON object');
    send(
      response,
      200,
      'application/x-amz-json-1.0',
      JSON.stringify(await answer(target.slice(target.indexOf('.') + 1), body)),
    );
  } catch (error) {
    const { statusCode, code, message, details } = asServiceError(error);
    send(
      response,
      statusCode,
      'application/x-amz-json-1.0',
      JSON.stringify({ __type: code, message, ...details }),
    );
  }
}

/** Answers a request in AWS's query protocol: a form comes in, XML goes out. */
export async function answerQuery(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (form: URLSearchParams) => string | Promise<string>,
): Promise<void> {
  try {
    const form = new URLSearchParams((await readBody(request)).toString('utf8'));
    send(response, 200, 'text/xml', await answer(form));
  } catch (error) {
    const { statusCode, code, message } = asServiceError(error);
    const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    send(
      response,
      statusCode,
      'text/xml',
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped}</Message></Error></ErrorResponse>`,
    );
  }
}

/** Sends a whole answer. */
export function send(
  response: ServerResponse,
  statusCode: number,
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(statusCode, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...headers,
  });
  response.end(body);
}

/** Reads a whole request. Throws ServiceError when it is too long. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  await new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
    });
    request.on('end', resolve);
    request.on('error', reject);
  });
  if (bytes > MOST_BYTES) {
    throw new ServiceError(
      'RequestEntityTooLargeException',
      `a request takes at most ${MOST_BYTES} bytes`,
      {},
      413,
    );
  }
  return Buffer.concat(chunks);
}

/** What a client is told of an error; one that no service meant to answer with is an internal failure. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ServiceError('InternalFailure', message, {}, 500);
}
