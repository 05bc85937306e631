import { runTimeOn } from '../../domain/time/run-time.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { planById } from '../../plans/index.ts';
import { Refused } from '../commands/refused.ts';
import { refuseTheFuture, todayOf } from '../commands/day.ts';
import type { OperationDependencies } from './dependencies.ts';
import type { Request } from './request.ts';

/**
 * Starts a run of a plan. Its execution is named by the request, so that repeating the request starts no other. Throws
 * `Refused` for a day that is later than today.
 */
export async function startRun(
  { executions, stateMachine }: OperationDependencies,
  request: Request,
  { planId, day, again, licenceIds }: OperationOf<'run'>,
): Promise<AnswerOf<'run'>> {
  const plan = requirePlan(planId);
  const on = day ?? todayOf(plan, request);
  refuseTheFuture(plan, request, on);
  const scheduledTime = runTimeOn(plan, on);
  const input = { planId, scheduledTime, again, licenceIds, requestedBy: request.who };
  return { executionArn: await executions.start(stateMachine, executionNameOf(request), input) };
}

/** The name of the execution that a request starts. */
export function executionNameOf({ requestId }: Request): string {
  return `operator-${requestId}`;
}

/** Throws `Refused` where this deployment has no such plan. */
export function requirePlan(planId: string): Plan {
  const plan = planById(planId);
  if (plan !== undefined) return plan;
  throw new Refused(`The deployment has no plan ${planId}. Deploy the plan, or check its id.`);
}
