import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { mostNamedInInput } from '../../contracts/workflow/collect.ts';
import { confirm } from '../shell/ask.ts';
import { connect } from '../shell/connect.ts';
import type { Deployment, ParkedLicence } from '../../client/deployment/deployment.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Output } from '../shell/output.ts';
import { type LicenceOutcome, outcomesOf, printOutcomes } from '../run/outcomes.ts';
import { waitingMails } from '../run/waiting-mails.ts';
import { Runner } from '../../client/runs/runner.ts';

export interface RetryOptions {
  readonly date?: CivilDate;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const mostShown = 100;

/** Releases parked licences of a plan, all or those named, runs them, and prints the outcome of each. */
export async function retry(
  at: Invocation,
  plan: Plan,
  licenceIds: readonly string[],
  options: RetryOptions,
): Promise<void> {
  const { output } = at;
  const date = options.date ?? dayIn(plan.timeZone, at.now);
  const deployment = await connect(at);
  const parked = await requireParked(deployment, plan, licenceIds);
  printParked(output, plan, parked);
  if (parked.length > 0) await confirm(at, options);
  const { outcomes, trouble } = await runThem(at, deployment, plan, date, parked);
  if (options.json === true) output.json({ planId: plan.id, date, licences: outcomes });
  else if (outcomes.length > 0) printOutcomes(output, outcomes.slice(0, mostShown), outcomes.length);
  const failures = outcomes.filter(({ outcome }) => outcome === 'failed').length;
  const problems = trouble === undefined ? [] : [waitingMails(date, trouble)];
  if (failures > 0) {
    problems.unshift(
      `${failures} of ${countOf(outcomes.length, 'licence')} failed again. Remove the cause, then run the command again.`,
    );
  }
  if (problems.length > 0) throw failed(problems.join(' '));
}

/** The parked licences of the plan, or those named; refuses a named licence that is not parked. */
async function requireParked(
  deployment: Deployment,
  plan: Plan,
  licenceIds: readonly string[],
): Promise<readonly ParkedLicence[]> {
  if (licenceIds.length === 0) return deployment.parkedOf(plan.id);
  const named = [...new Set(await Promise.all(licenceIds.map((given) => deployment.idOf(given))))];
  const parked = await deployment.parkedAmong(named);
  const fitting = parked.filter(({ planId }) => planId === plan.id);
  const known = new Set(fitting.map(({ licenceId }) => licenceId));
  const others = named.filter((licenceId) => !known.has(licenceId));
  if (others.length === 0) return fitting;
  throw refused(
    `Not parked in plan ${plan.id}: ${others.join(', ')}. \`npx perennial licence show LICENCE\` prints the state of a licence.`,
  );
}

function printParked(output: Output, { id }: Plan, parked: readonly ParkedLicence[]): void {
  if (parked.length === 0) {
    output.note(`Plan ${id} has no parked licences.`);
    return;
  }
  output.note(`This releases and runs these licences of plan ${id} and e-mails their customers:`);
  for (const { licenceId, on, reason } of parked.slice(0, mostShown)) {
    output.note(`  ${licenceId}, parked since ${on}: ${reason}`);
  }
  if (parked.length > mostShown) output.note(`  … and ${parked.length - mostShown} more`);
}

/** The workflow itself releases them: a licence that it has not reached when it is aborted stays parked. */
async function runThem(
  at: Invocation,
  deployment: Deployment,
  plan: Plan,
  date: CivilDate,
  parked: readonly ParkedLicence[],
): Promise<{ readonly outcomes: readonly LicenceOutcome[]; readonly trouble: string | undefined }> {
  const runner = new Runner(deployment);
  const outcomes: LicenceOutcome[] = [];
  let trouble: string | undefined;
  for (let from = 0; from < parked.length; from += mostNamedInInput) {
    const licenceIds = parked.slice(from, from + mostNamedInInput).map(({ licenceId }) => licenceId);
    const arn = await runner.start(plan, { day: date, licenceIds });
    at.output.note(`Started execution ${arn}.`);
    const ran = await runner.ended(arn, at.signal);
    if (ran.abortedBecause !== undefined) {
      throw failed(
        `The execution was aborted: ${ran.abortedBecause}. Run the command again. \`npx perennial executions show ${plan.id} ${date}\` prints what was done.`,
      );
    }
    trouble ??= ran.line.trouble;
    outcomes.push(...(await Array.fromAsync(outcomesOf(deployment, ran.line.name, licenceIds, ran.failed))));
  }
  return { outcomes, trouble };
}
