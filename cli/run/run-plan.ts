import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan.ts';
import { documentClient } from '../../lambdas/adapters/clients.ts';
import { DueIndex } from '../../lambdas/adapters/due-index.ts';
import { type EndedExecution, ExecutionStarter } from '../../lambdas/adapters/executions.ts';
import { RunStore } from '../../lambdas/adapters/runs.ts';
import { WorklistStore } from '../../lambdas/adapters/worklists.ts';
import { outputs } from '../../lambdas/names.ts';
import { confirm } from '../ask.ts';
import { connect } from '../deployment/connect.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { waitFor } from '../deployment/wait-for.ts';
import { failed, refused } from '../ending.ts';
import type { Invocation } from '../invocation.ts';
import { Executions } from '../simulate/executions.ts';
import { outcomesOf, tellOutcomes } from './outcomes.ts';

export interface RunOptions {
  readonly date?: CivilDate;
  readonly again?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Starts a day's run of a plan by Step Functions, waits for it, and prints what became of each licence. */
export async function runPlan(at: Invocation, plan: Plan, options: RunOptions): Promise<void> {
  const { output, signal } = at;
  const today = dayIn(plan.timeZone, at.now);
  const day = options.date ?? today;
  const deployment = await connect();
  const ahead = day > today ? `, which lies ahead: everything that is due by then will be done` : '';
  output.tell(`runs plan ${plan.id} for ${day}${ahead}; customers get its mails`);
  await confirm(at, options);

  const starter = new ExecutionStarter();
  const input = { planId: plan.id, scheduledTime: sixOClock(plan, day), again: options.again === true };
  const arn = await starter.start(stateMachineOf(deployment), input);
  output.tell(`runs as ${arn}`);
  const execution = await waitFor(starter, arn, signal);
  refuseSecondRun(execution, day);

  const documents = documentClient();
  const settings = settingsOf(deployment.outputs);
  const worklists = new WorklistStore(settings);
  const reader = new Executions(
    new RunStore(documents, settings),
    worklists,
    new DueIndex(documents, settings),
  );
  const read = await reader.read(execution);
  const listed = read.line.due === 0 ? [] : worklists.read(worklists.at(plan.id, day, execution.name));
  const outcomes = await outcomesOf(deployment, day, listed, read.failed);
  if (options.json === true) output.json({ ...read.line, licences: outcomes });
  else tellOutcomes(output, read.line, outcomes);
  if (execution.status === 'SUCCEEDED') return;
  throw failed(
    `the run has ${execution.status}: mend the cause, then run the day again with --again${read.line.failed === 0 ? ` (${execution.cause ?? execution.error ?? 'no cause is given'})` : ''}`,
  );
}

/** As the plan's schedule gives it: 06:00 in the plan's time zone. */
function sixOClock({ timeZone }: Plan, day: CivilDate): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone, plainTime: '06:00' })
    .toInstant()
    .toString();
}

function stateMachineOf({ outputs: deployed }: Deployment): string {
  const arn = deployed[outputs.stateMachine];
  if (arn !== undefined) return arn;
  throw refused(
    `the stacks have no output ${outputs.stateMachine}: deploy them again with \`npx cdk deploy --all\``,
  );
}

const outputSchema = z.object({ alreadyRun: z.boolean().default(false), because: z.string().default('') });

function refuseSecondRun({ output }: EndedExecution, day: CivilDate): void {
  const read = outputSchema.safeParse(output);
  if (read.data?.alreadyRun !== true) return;
  throw refused(`nothing was done: ${read.data.because}; add --again to run ${day} a second time`);
}
