import { join } from 'node:path';
import type { Output } from '../shell/output.ts';
import { outFiles } from './out-folder.ts';
import type { ExecutionLine, FailedLicence } from '../../client/runs/executions.ts';
import type { Results, Summary } from './summary.ts';

const mostFailures = 20;
const longestCause = 300;

/** Prints what happened as a table per plan, which licences failed, and where to look. */
export function report(
  output: Output,
  summary: Summary,
  { executions }: Pick<Results, 'executions'>,
  folder: string,
): void {
  const { from, to, plans, otherActivity, counts, failed, seconds } = summary;
  output.print(
    `${from} to ${to}: ${counts.events} events, ${counts.executions} executions, ${seconds} seconds`,
  );
  output.print();
  const head = [
    'plan',
    'licences',
    'renewed',
    'lapsed',
    'reminded',
    'quoted',
    'invoiced',
    'reinstated',
    'mails',
    'failed',
  ];
  const rows = plans.map((plan) => [
    plan.planId,
    plan.licences,
    plan.renewed,
    plan.lapsed,
    plan.reminded,
    plan.quoted,
    plan.invoiced,
    plan.reinstated,
    plan.mails,
    plan.failed,
  ]);
  output.table(head, rows);
  output.print();
  if (otherActivity.length > 0) {
    output.table(
      ['other activity', 'times'],
      otherActivity.map(({ what, times }) => [what, times]),
    );
    output.print();
  }
  const failures = [
    ...failed.map(failedLicence),
    ...executions.filter(failedAltogether).map(failedExecution),
  ];
  for (const line of failures.slice(0, mostFailures)) output.note(line);
  if (failures.length > mostFailures) output.note(`… and ${failures.length - mostFailures} more failures`);
  for (const [what, name] of placesToLook) output.print(`${what.padEnd(12)}${join(folder, name)}`);
}

const placesToLook = [
  ['mails', outFiles.mails],
  ['', outFiles.mail],
  ['documents', outFiles.documents],
  ['executions', outFiles.executions],
  ['events', outFiles.journal],
  ['summary', outFiles.summary],
  ['digest', outFiles.digest],
] as const;

function failedLicence({ date, planId, licenceId, reason }: FailedLicence): string {
  return `Failed: licence ${licenceId} (${planId}) on ${date}: ${reason}`;
}

/** A run that failed and can name no licence that did. */
function failedAltogether({ status, failed }: ExecutionLine): boolean {
  return status !== 'SUCCEEDED' && failed === 0;
}

function failedExecution({ name, status, cause }: ExecutionLine): string {
  return `Failed: execution ${name} (${status}): ${(cause ?? 'no cause was given').replaceAll(/\s+/g, ' ').slice(0, longestCause)}`;
}
