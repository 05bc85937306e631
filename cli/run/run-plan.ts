import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { confirm } from '../shell/ask.ts';
import { connect } from '../shell/connect.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { outcomesOf, someOf, printOutcomes } from './outcomes.ts';
import { type Ran, Runner } from '../../client/runs/runner.ts';

export interface RunOptions {
  readonly date?: CivilDate;
  readonly licence?: string;
  readonly again?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Starts a run of a plan by Step Functions, waits for it, and prints what became of each licence. */
export async function runPlan(at: Invocation, plan: Plan, options: RunOptions): Promise<void> {
  const day = options.date ?? dayIn(plan.timeZone, at.now);
  const deployment = await connect(at);
  const { licence: licenceId, again } = options;
  if (licenceId !== undefined) await refuseUnfit(deployment, plan, licenceId);
  const what = licenceId === undefined ? `plan ${plan.id}` : `licence ${licenceId} of plan ${plan.id} alone`;
  at.output.note(`runs ${what} for ${day}; customers get its mails`);
  await confirm(at, options);

  const runner = new Runner(deployment);
  const asked = licenceId === undefined ? { again: again === true } : { licenceIds: [licenceId] };
  const arn = await runner.start(plan, {
    ...asked,
    ...(options.date !== undefined && { day: options.date }),
  });
  at.output.note(`runs as ${arn}`);
  const ran = await runner.ended(arn, at.signal);
  if (ran.refusal !== undefined) {
    throw refused(`nothing was done: ${ran.refusal}; add --again to run ${day} a second time`);
  }
  const outcomes = await someOf(outcomesOf(deployment, ran.line.name, ran.listed, ran.failed));
  if (options.json === true) at.output.json({ ...ran.line, licences: outcomes });
  else {
    const { due, done, failed: failures } = ran.line;
    at.output.print(`${plan.id} on ${ran.line.date}: ${due} due, ${done} done, ${failures} failed`);
    printOutcomes(at.output, outcomes, due);
  }
  refuseToEndWell(ran, licenceId === undefined ? 'run the day again with --again' : 'give the command again');
}

/** A parked licence waits for an operator who has mended its cause, and says so by `retry`. */
async function refuseUnfit(deployment: Deployment, plan: Plan, licenceId: string): Promise<void> {
  const known = await deployment.licence(licenceId);
  if (known.plan.id !== plan.id) {
    throw refused(`licence ${licenceId} is of plan ${known.plan.id}: \`npx perennial run ${known.plan.id}\``);
  }
  const { parked } = known;
  if (parked === undefined) return;
  throw refused(
    `licence ${licenceId} is parked since ${parked.on} (${parked.reason}): mend the cause, then \`npx perennial retry ${plan.id} ${licenceId}\``,
  );
}

function refuseToEndWell({ brokeOff, line }: Ran, remedy: string): void {
  const { planId, date } = line;
  if (brokeOff !== undefined) {
    throw failed(`the run of ${date} broke off (${brokeOff}): mend the cause, then ${remedy}`);
  }
  if (line.failed === 0) return;
  throw failed(
    `the run of ${date} has failed: mend the cause, then \`npx perennial retry ${planId}\` takes the licences up again that are parked`,
  );
}
