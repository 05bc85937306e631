import { answerOf, type ServiceAnswer } from './exchange.ts';
import { queryError } from './protocols.ts';
import type { ServiceError } from '../shared/service-error.ts';
import { escapeMarkup } from '../shared/markup.ts';

/**
 * Answers as a service does when it refuses a request before it looks at it.
 * @param service by its name in a signature's scope
 */
export function refused(
  service: string,
  { code, message, statusCode, details }: ServiceError,
): ServiceAnswer {
  const isDenied = code === 'AccessDeniedException';
  switch (service) {
    case 's3':
      return answerOf(statusCode, 'application/xml', s3Error(isDenied ? 'AccessDenied' : code, message));
    case 'sns':
      return queryError(statusCode, isDenied ? 'AuthorizationError' : code, message);
    case 'ses':
    case 'cloudformation':
    case 'sts':
      return queryError(statusCode, isDenied ? 'AccessDenied' : code, message);
    case 'lambda':
      return answerOf(statusCode, 'application/json', JSON.stringify({ Message: message }), {
        'x-amzn-errortype': code,
      });
    case 'lambda-url':
      return answerOf(403, 'application/json', '{"Message":"Forbidden"}', { 'x-amzn-errortype': code });
    default:
      return answerOf(
        isDenied ? 400 : statusCode,
        'application/x-amz-json-1.0',
        JSON.stringify({ __type: code, message, ...details }),
        service === 'sqs' && isDenied ? { 'x-amzn-query-error': 'AccessDenied;Sender' } : {},
      );
  }
}

function s3Error(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeMarkup(message)}</Message></Error>`;
}
