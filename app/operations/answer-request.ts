import * as z from 'zod';
import type { OperatorResponse } from '../../contracts/operator/answers.ts';
import type { OperationDependencies } from './dependencies.ts';
import { performOperation } from './perform.ts';
import { readRequest } from './read-request.ts';
import { fingerprintOf } from './request.ts';

/** A request to the function's URL, whose caller AWS has verified. */
export const signedRequest = z.object({
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    timeEpoch: z.int(),
    authorizer: z.object({ iam: z.object({ userArn: z.string().min(1) }) }),
  }),
});

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const statusCodes = { done: 200, refused: 422, busy: 503 } as const;

/**
 * Answers a request of an operator. Its day is that of the request, by the clock of AWS or of the embedded cloud.
 * @param sendersTime the function's own time in milliseconds since 1970
 */
export async function answerRequest(
  operations: OperationDependencies,
  { body, isBase64Encoded, requestContext }: z.infer<typeof signedRequest>,
  sendersTime: number,
): Promise<HttpAnswer> {
  const read = readRequest(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  if ('reason' in read) return answer({ outcome: 'refused', reason: read.reason });
  const { requestId, operation } = read;
  const { timeEpoch: now, authorizer } = requestContext;
  const fingerprint = fingerprintOf(operation);
  const request = { requestId, fingerprint, who: authorizer.iam.userArn, now, sendersTime };
  return answer(await performOperation(operations, request, operation));
}

function answer(response: OperatorResponse): HttpAnswer {
  return {
    statusCode: statusCodes[response.outcome],
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(response),
  };
}
