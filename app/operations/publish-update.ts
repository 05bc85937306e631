import { whyNoUpdates } from '../../domain/updates/updates.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { Refused } from '../commands/refused.ts';
import type { OperationDependencies } from './dependencies.ts';
import { instantOf, type Request } from './request.ts';
import { executionNameOf, requirePlan } from './start-run.ts';

/**
 * Starts the workflow that records an update as published today and announces it. Its execution is named by the request.
 * Throws `Refused` where the plan has no updates of the product.
 */
export async function publishUpdate(
  { executions, updateStateMachine }: OperationDependencies,
  request: Request,
  { planId, product, version }: OperationOf<'publish-update'>,
): Promise<AnswerOf<'publish-update'>> {
  const refusal = whyNoUpdates(requirePlan(planId), product);
  if (refusal !== undefined) throw new Refused(refusal);
  const input = { planId, product, version, publishedAt: instantOf(request), requestedBy: request.who };
  return { executionArn: await executions.start(updateStateMachine, executionNameOf(request), input) };
}
