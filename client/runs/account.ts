import type { CivilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { MailReports } from '../../adapters/dynamodb/mails/mail-reports.ts';
import type { RecordedRun } from '../../adapters/dynamodb/runs/run-history.ts';
import type { Failure, MailNote } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunReader } from '../../adapters/dynamodb/runs/run-reader.ts';
import { WorklistReader } from '../../adapters/s3/worklist-reader.ts';
import type { MailStatus } from '../../contracts/delivery/mail.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { executionArn } from '../../contracts/workflow/executions.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { outputNamed } from '../deployment/output-named.ts';
import { placeOf } from './place-of.ts';
import { executionsOf } from './executions.ts';
export type { Failure } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunBook } from './run-book.ts';
import type { RunLine } from './run-line.ts';

/** A mail that was unknown or held after a run, with its status now. */
interface NotedMail extends MailNote {
  readonly now?: MailStatus | undefined;
}

/** All that is known of a run. */
export interface RunAccount {
  readonly line: RunLine;
  /** The name of its execution. */
  readonly execution: string;
  /** Where its execution can be looked at. */
  readonly place: string;
  readonly failures: readonly Failure[];
  /** Its licences, failed ones too; none while it runs, since some are still to come. */
  readonly listed: AsyncIterable<string> | Iterable<string>;
  readonly mails: readonly NotedMail[];
}

/** The accounts of a plan's runs of a day: that of the day first, then the extra ones. */
export async function accountsOf(
  deployment: Deployment,
  plan: Plan,
  day: CivilDate,
): Promise<readonly RunAccount[]> {
  const settings = settingsOf(deployment.outputs);
  const stateMachine = outputNamed(deployment.outputs, outputs.stateMachine);
  const runs = new RunReader(documentClient(), settings);
  const reports = new MailReports(documentClient(), settings);
  const worklists = new WorklistReader(settings);
  const reader = executionsOf(deployment);
  const book = new RunBook(deployment);

  const withStatusNow = async (notes: readonly MailNote[]): Promise<readonly NotedMail[]> => {
    const statuses = await reports.statusesOf(notes);
    return notes.map((note) => ({ ...note, now: statuses.get(note.mailId) }));
  };
  const accountOf = async (run: RecordedRun): Promise<RunAccount> => {
    const line = await book.lineOf(run);
    const isRunning = line.ended === 'running';
    const recorded = await runs.failures(run);
    const areAll = isRunning || line.failed === recorded.length;
    const { planId, today, execution } = run;
    return {
      line,
      execution,
      place: placeOf(executionArn(stateMachine, execution)),
      failures: areAll ? recorded : await reader.failures(run),
      listed: isRunning ? [] : worklists.readIfThere(worklists.at(planId, today, execution)),
      mails: await withStatusNow(await runs.mailNotes(run)),
    };
  };
  return Promise.all((await book.runsOn(plan, day)).map(accountOf));
}
