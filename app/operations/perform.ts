import type { OperatorResponse } from '../../contracts/operator/answers.ts';
import type { Operation } from '../../contracts/operator/operations.ts';
import { ConcurrentChange, Throttled } from '../../adapters/dynamodb/table/faults.ts';
import { Refused } from '../commands/refused.ts';
import { carryOutCommand } from './carry-out-command.ts';
import type { OperationDependencies } from './dependencies.ts';
import { clearAddress } from './clear-address.ts';
import { importRows } from './import-rows.ts';
import { publishUpdate } from './publish-update.ts';
import type { Request } from './request.ts';
import { sendTestMail } from './send-test-mail.ts';
import { sendHeldMail } from './send-held-mail.ts';
import { startRun } from './start-run.ts';

/**
 * Does what an operator asks for, by the plans of this deployment. Repeated under its id, a request changes nothing and
 * is answered the same. Events say who asked.
 */
export async function performOperation(
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
    case 'clear-address':
      return clearAddress(mailing, request, operation);
    case 'import':
      return importRows(mailing, request, operation);
    case 'run':
      return startRun(dependencies, request, operation);
    case 'test-mail':
      return sendTestMail(mailing, request, operation);
    case 'publish-update':
      return publishUpdate(dependencies, request, operation);
  }
}
