import type { MailNote } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunReader } from '../../adapters/dynamodb/runs/run-reader.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import type { RunLine } from './run-line.ts';

/** A mail that a run left held or unknown. */
export type NotedMail = MailNote;

/** The mails that a run held, or that may not have gone out; none of a run without an execution. */
export async function mailNotesOf(
  { outputs }: Deployment,
  { planId, date, execution }: RunLine,
): Promise<readonly NotedMail[]> {
  if (execution === undefined) return [];
  const runs = new RunReader(documentClient(), settingsOf(outputs));
  return runs.mailNotes({ planId, today: date, execution });
}
