import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { confirm } from '../shell/ask.ts';
import { connect } from '../shell/connect.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { outcomesOf, someOf, printOutcomes } from './outcomes.ts';
import { waitingMails } from './waiting-mails.ts';
import { type Ran, Runner } from '../../client/runs/runner.ts';

export interface RunOptions {
  readonly date?: CivilDate;
  readonly licence?: string;
  readonly again?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Starts a run of a plan by Step Functions, waits for it, and prints the outcome of each licence. */
export async function runPlan(at: Invocation, plan: Plan, options: RunOptions): Promise<void> {
  const day = options.date ?? dayIn(plan.timeZone, at.now);
  const deployment = await connect(at);
  const { licence: named, again } = options;
  const licenceId = named === undefined ? undefined : await deployment.idOf(named);
  if (licenceId !== undefined) await refuseUnlessRunnable(deployment, plan, licenceId);
  const what = licenceId === undefined ? `plan ${plan.id}` : `only licence ${licenceId} of plan ${plan.id}`;
  const recipients = licenceId === undefined ? 'customers' : 'the customer';
  at.output.note(`This runs ${what} for ${day} and e-mails ${recipients}.`);
  await confirm(at, options);

  const runner = new Runner(deployment);
  const asked = licenceId === undefined ? { again: again === true } : { licenceIds: [licenceId] };
  const arn = await runner.start(plan, {
    ...asked,
    ...(options.date !== undefined && { day: options.date }),
  });
  at.output.note(`Started execution ${arn}.`);
  const ran = await runner.ended(arn, at.signal);
  if (ran.refusal !== undefined) {
    throw refused(`Nothing was done: ${day} has run already, or is running. To run it again, add --again.`);
  }
  const outcomes = await someOf(outcomesOf(deployment, ran.line.name, ran.listed, ran.failed));
  if (options.json === true) at.output.json({ ...ran.line, licences: outcomes });
  else {
    const { due, done, failed: failures } = ran.line;
    at.output.print(`Plan ${plan.id} on ${ran.line.date}: ${due} due, ${done} done, ${failures} failed.`);
    printOutcomes(at.output, outcomes, due);
  }
  failUnlessDone(ran, licenceId === undefined ? 'run the day again with --again' : 'repeat the command');
}

/** A parked licence waits until an operator has removed the cause and runs `retry`. */
async function refuseUnlessRunnable(deployment: Deployment, plan: Plan, licenceId: string): Promise<void> {
  const known = await deployment.licence(licenceId);
  if (known.plan.id !== plan.id) {
    throw refused(
      `Licence ${licenceId} belongs to plan ${known.plan.id}. Use \`npx perennial run ${known.plan.id} --licence ${licenceId}\`.`,
    );
  }
  const { parked } = known;
  if (parked === undefined) return;
  throw refused(
    `Licence ${licenceId} has been parked since ${parked.on}: ${parked.reason}. Remove the cause, then run \`npx perennial retry ${plan.id} ${licenceId}\`.`,
  );
}

function failUnlessDone({ abortedBecause, line }: Ran, remedy: string): void {
  const { planId, date, failed: failures, trouble } = line;
  if (abortedBecause !== undefined) {
    throw failed(`The run of ${date} was aborted: ${abortedBecause}. Remove the cause, then ${remedy}.`);
  }
  const problems = trouble === undefined ? [] : [waitingMails(date, trouble)];
  if (failures > 0) {
    problems.unshift(
      `The run of ${date} failed for ${countOf(failures, 'licence')}. Remove the cause, then run the parked licences again with \`npx perennial retry ${planId}\`.`,
    );
  }
  if (problems.length > 0) throw failed(problems.join(' '));
}
