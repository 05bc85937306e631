import { namedBy } from '../../adapters/dynamodb/mails/mail-item.ts';
import { MailReports } from '../../adapters/dynamodb/mails/mail-reports.ts';
import type { MailNote } from '../../adapters/dynamodb/runs/run-item.ts';
import { RunReader } from '../../adapters/dynamodb/runs/run-reader.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import type { RunLine } from './run-line.ts';

/** A mail that a run left held or unknown. */
export interface NamedMailNote extends MailNote {
  /** Such as `payment-reminder`. */
  readonly kind: string;
  /** Of the quote or invoice that it comes with. */
  readonly number?: string | undefined;
}

/** The mails that a run held, or that may not have gone out; none of a run without an execution. */
export async function mailNotesOf(
  { outputs }: Deployment,
  { planId, date, execution }: RunLine,
): Promise<readonly NamedMailNote[]> {
  if (execution === undefined) return [];
  const settings = settingsOf(outputs);
  const notes = await new RunReader(documentClient(), settings).mailNotes({ planId, today: date, execution });
  const mails = notes.map((note) => ({ ...note, ...namedBy(note.licenceId, note.mailId) }));
  const numbers = await new MailReports(documentClient(), settings).numbersOf(mails);
  return mails.map((mail) => ({ ...mail, number: numbers.get(mail.mailId) }));
}
