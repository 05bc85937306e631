import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { parseAt } from '../table/parse.ts';
import { runsUnder } from '../table/query.ts';
import {
  type Failure,
  failureSchema,
  type MailNote,
  mailNoteSchema,
  type Run,
  runRecords,
} from './run-item.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

const troubleSchema = z.object({ reason: z.string() });

/** The records of each plan's runs, for reading only: table `Runs`. */
export class RunReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** The licences that failed in a run, in order of their ids. */
  async failures(run: Run): Promise<readonly Failure[]> {
    return this.failuresUnder(run.planId, runRecords.failures(run));
  }

  /** The licences that failed in any run of a day; one that failed in two is named twice. */
  async failuresOn(planId: string, today: CivilDate): Promise<readonly Failure[]> {
    return this.failuresUnder(planId, runRecords.failuresOfDay(today));
  }

  /** The mails that a run left unknown or held, in order of their ids. */
  async mailNotes(run: Run): Promise<readonly MailNote[]> {
    const items = await runsUnder(this.documents, this.table, run.planId, runRecords.mailNotes(run));
    return items.map((item) => parseAt(`a mail in the run of ${run.today}`, mailNoteSchema, item));
  }

  /** Why the account could not send mail in a run; undefined where it could. */
  async trouble(run: Run): Promise<string | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: this.table,
        Key: { planId: run.planId, run: runRecords.trouble(run) },
        ConsistentRead: true,
      }),
    );
    return Item && parseAt(`the trouble of the run of ${run.today}`, troubleSchema, Item).reason;
  }

  private async failuresUnder(planId: string, prefix: string): Promise<readonly Failure[]> {
    const items = await runsUnder(this.documents, this.table, planId, prefix);
    return items.map((item) => parseAt(`a failure under ${prefix} in table Runs`, failureSchema, item));
  }
}
