import type { CivilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { remedyFor } from '../../contracts/workflow/trouble.ts';
import { connect } from '../shell/connect.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { outcomesOf, someOf, printOutcomes } from '../run/outcomes.ts';
import { accountsOf, type RunAccount } from '../../client/runs/account.ts';

export interface ShowOptions {
  readonly failed?: boolean;
  readonly json?: boolean;
}

/** Prints the run of a day and its extra runs: the outcome of each licence, and mails that are unknown or held. */
export async function showRuns(
  at: Invocation,
  plan: Plan,
  day: CivilDate,
  options: ShowOptions,
): Promise<void> {
  const deployment = await connect(at);
  const accounts = await accountsOf(deployment, plan, day);
  if (accounts.length === 0) {
    throw refused(
      `Plan ${plan.id} did not run on ${day}. \`npx perennial executions list --plan ${plan.id}\` lists its runs.`,
    );
  }
  for (const [index, account] of accounts.entries()) {
    const shown = options.failed === true ? { ...account, listed: [] } : account;
    if (options.json === true) await printLines(at, deployment, shown);
    else {
      if (index > 0) at.output.print();
      await printAccount(at, deployment, shown, options.failed === true);
    }
  }
}

/** A line for the run, one for each mail, and one for each licence, as they are read: there may be a million. */
async function printLines(
  { output, signal }: Invocation,
  deployment: Deployment,
  { line, execution, place, failures, listed, mails }: RunAccount,
): Promise<void> {
  output.jsonLine({ about: 'run', ...line, place });
  for (const mail of mails) output.jsonLine({ about: 'mail', execution, ...mail });
  for await (const outcome of outcomesOf(deployment, execution, listed, failures)) {
    signal.throwIfAborted();
    if (!output.isRead) return;
    output.jsonLine({ about: 'licence', execution, ...outcome });
  }
}

async function printAccount(
  { output }: Invocation,
  deployment: Deployment,
  { line, execution, place, failures, listed, mails }: RunAccount,
  onlyFailed: boolean,
): Promise<void> {
  const { due, done, failed } = line;
  output.list([
    ['plan', line.planId],
    ['day', line.date],
    ['run', line.run],
    ['outcome', line.because === undefined ? line.ended : `${line.ended}: ${line.because}`],
    ['to do', line.trouble === undefined ? undefined : remedyFor(line.trouble)],
    ['licences', due === undefined ? undefined : `${due} due, ${done ?? 0} done, ${failed ?? 0} failed`],
    ['execution', execution],
    ['details', place],
  ]);
  const outcomes = await someOf(outcomesOf(deployment, execution, listed, failures));
  printOutcomes(output, outcomes, onlyFailed ? failures.length : (due ?? 0));
  if (mails.length === 0) return;
  output.print();
  output.table(
    ['mail', 'licence', 'after the run', 'now', 'reason'],
    mails.map(({ mailId, licenceId, status, now = '', reason }) => [mailId, licenceId, status, now, reason]),
  );
}
