import * as z from 'zod/mini';
import { ConcurrentChange, Throttled } from '../../adapters/dynamodb/table/faults.ts';
import type { OperatorResponse } from '../../contracts/operator/answers.ts';
import type { Operation } from '../../contracts/operator/operations.ts';
import { Refused } from '../commands/refused.ts';
import { carryOutCommand } from '../commands/carry-out-command.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { eraseCustomer } from '../customers/erase-customer.ts';
import { followCustomer } from '../customers/follow-customer.ts';
import { mergeCustomers } from '../customers/merge-customers.ts';
import { noteCustomer } from '../customers/note-customer.ts';
import { clearAddress } from './clear-address.ts';
import type { OperationDependencies } from './dependencies.ts';
import { importRows } from './import-rows.ts';
import { beginRestore, endRestore, restoreRows } from './backup/restore.ts';
import { assignPayment } from './payments/assign-payment.ts';
import { dismissPayment } from './payments/dismiss-payment.ts';
import { takePayments } from './payments/take-payments.ts';
import { publishUpdate } from './publish-update.ts';
import { readRequest } from './read-request.ts';
import { fingerprintOf, type Request } from './request.ts';
import { sendHeldMail } from './send-held-mail.ts';
import { sendTestMail } from './send-test-mail.ts';
import { showMail } from './show-mail.ts';
import { startRun } from './start-run.ts';
import { whoAsks } from './who-asks.ts';
import { filledSchema } from '../../domain/values/filled.ts';

/** A request to the function's URL, whose caller AWS has verified. */
export const signedRequest = z.object({
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
  requestContext: z.object({
    timeEpoch: z.int(),
    authorizer: z.object({ iam: z.object({ userArn: filledSchema }) }),
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
  const { requestId, operation, person } = read;
  const { timeEpoch: now, authorizer } = requestContext;
  const asking = whoAsks(operations, authorizer.iam.userArn, person);
  if ('reason' in asking) return answer({ outcome: 'refused', reason: asking.reason });
  const fingerprint = fingerprintOf(operation);
  const request = { requestId, fingerprint, who: asking.who, now, sendersTime };
  return answer(await performOperation(operations, request, operation));
}

function answer(response: OperatorResponse): HttpAnswer {
  return {
    statusCode: statusCodes[response.outcome],
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(response),
  };
}

/**
 * Does what an operator asks for, by the plans of this deployment. Repeated under its id, a request changes nothing and
 * is answered the same. Events say who asked.
 */
async function performOperation(
  dependencies: OperationDependencies,
  request: Request,
  operation: Operation,
): Promise<OperatorResponse> {
  const licences = dependencies.mailing.licences.causedBy({ by: 'operator', who: request.who });
  const mailing = { ...dependencies.mailing, licences };
  try {
    return { outcome: 'done', answer: await perform({ ...dependencies, mailing }, request, operation) };
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', reason: error.message };
    if (error instanceof ConcurrentChange || error instanceof Throttled) {
      return { outcome: 'busy', reason: error.message };
    }
    throw error;
  }
}

async function perform(dependencies: OperationDependencies, request: Request, operation: Operation) {
  const { mailing } = dependencies;
  switch (operation.kind) {
    case 'command':
      return carryOutCommand(mailing, request, operation);
    case 'send-mail':
      return sendHeldMail(mailing, request, operation);
    case 'show-mail':
      return showMail(mailing, operation);
    case 'clear-address':
      return clearAddress(mailing, request, operation);
    case 'import':
      return importRows(dependencies, request, operation);
    case 'take-payments':
      return takePayments(dependencies, request, operation);
    case 'assign-payment':
      return assignPayment(dependencies, request, operation);
    case 'dismiss-payment':
      return dismissPayment(dependencies, request, operation);
    case 'begin-restore':
      return beginRestore(dependencies, operation);
    case 'restore':
      return restoreRows(dependencies, operation);
    case 'end-restore':
      return endRestore(dependencies, operation);
    case 'run':
      return startRun(dependencies, request, operation);
    case 'test-mail':
      return sendTestMail(mailing, request, operation);
    case 'publish-update':
      return publishUpdate(dependencies, request, operation);
    case 'edit-customer':
      return editCustomer(dependencies, request, operation);
    case 'follow-customer':
      return followCustomer(dependencies, request, operation);
    case 'merge-customers':
      return mergeCustomers(dependencies, request, operation);
    case 'erase-customer':
      return eraseCustomer(dependencies, request, operation);
    case 'note-customer':
      return noteCustomer(dependencies, request, operation);
  }
}
