import { isObject } from '../shared/json.ts';
import { ServiceError } from '../shared/service-error.ts';
import { answerOf, type ServiceAnswer, type ServiceRequest } from './exchange.ts';
import { escapeMarkup } from '../shared/markup.ts';

/** Answers a request in AWS's JSON protocol, whose header `X-Amz-Target` names the operation. */
export async function answerJson(
  { headers, body: sent }: ServiceRequest,
  answer: (
    operation: string,
    body: Record<string, unknown>,
  ) => object | undefined | Promise<object | undefined>,
): Promise<ServiceAnswer | undefined> {
  const target = headers['x-amz-target'] ?? '';
  try {
    const body: unknown = JSON.parse(sent.toString('utf8') || '{}');
    if (!isObject(body)) throw new ServiceError('SerializationException', 'the request is no JSON object');
    const answered = await answer(target.slice(target.indexOf('.') + 1), body);
    return answered && answerOf(200, 'application/x-amz-json-1.0', JSON.stringify(answered));
  } catch (error) {
    const { statusCode, code, message, details } = asServiceError(error);
    return answerOf(
      statusCode,
      'application/x-amz-json-1.0',
      JSON.stringify({ __type: code, message, ...details }),
    );
  }
}

/** Answers a request in AWS's query protocol: a form comes in, XML goes out. */
export async function answerQuery(
  { body }: ServiceRequest,
  answer: (form: URLSearchParams) => string | undefined | Promise<string | undefined>,
): Promise<ServiceAnswer | undefined> {
  try {
    const answered = await answer(new URLSearchParams(body.toString('utf8')));
    return answered === undefined ? undefined : answerOf(200, 'text/xml', answered);
  } catch (error) {
    const { statusCode, code, message } = asServiceError(error);
    return queryError(statusCode, code, message);
  }
}

/** An error in the query protocol. */
export function queryError(statusCode: number, code: string, message: string): ServiceAnswer {
  return answerOf(
    statusCode,
    'text/xml',
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeMarkup(message)}</Message></Error></ErrorResponse>`,
  );
}

/** What a client receives for an error; one that no service meant to answer with is an internal failure. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ServiceError('InternalFailure', message, {}, 500);
}
