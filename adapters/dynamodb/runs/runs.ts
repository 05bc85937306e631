import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from '../table/document-client.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/environment.ts';
import { applies } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import { runsUnder } from '../table/query.ts';
import {
  type Counts,
  type Failure,
  failureSchema,
  type MailNote,
  mailNoteSchema,
  type Run,
  runRecords,
} from './run-item.ts';
import { setting, type Settings } from '../../../contracts/settings.ts';

/** What became of each plan's runs, as they write it down: table `Runs`. */
export class RunStore {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /**
   * Makes a day's run the execution's own, so that a schedule that fires twice runs once. False where it
   * belongs to another; `again` takes it over all the same. An execution that asks twice keeps it.
   */
  async claim({ planId, today, execution }: Run, again: boolean): Promise<boolean> {
    const unclaimed = {
      ConditionExpression: 'attribute_not_exists(planId) OR execution = :execution',
      ExpressionAttributeValues: { ':execution': execution },
    };
    const put = new PutCommand({
      TableName: this.table,
      Item: { planId, run: runRecords.day(today), execution },
      ...(again ? {} : unclaimed),
    });
    return applies(this.documents.send(put));
  }

  /** Enters a run beside that of the day, which stays whose it is. */
  async enterExtra(run: Run): Promise<void> {
    const { planId, execution } = run;
    await this.documents.send(
      new PutCommand({ TableName: this.table, Item: { planId, run: runRecords.extra(run), execution } }),
    );
  }

  /** Closes a run's record, unless another execution has taken the run over. */
  async finish(run: Run & { readonly isExtra: boolean }, counts: Counts): Promise<void> {
    const { planId, today, execution, isExtra } = run;
    const update = new UpdateCommand({
      TableName: this.table,
      Key: { planId, run: isExtra ? runRecords.extra(run) : runRecords.day(today) },
      UpdateExpression: 'SET counts = :counts',
      ConditionExpression: 'execution = :execution',
      ExpressionAttributeValues: { ':counts': counts, ':execution': execution },
    });
    await applies(this.documents.send(update));
  }

  async recordFailure(run: Run, failure: Failure): Promise<void> {
    const record = `${runRecords.failures(run)}${failure.licenceId}`;
    await this.documents.send(
      new PutCommand({ TableName: this.table, Item: { planId: run.planId, run: record, ...failure } }),
    );
  }

  /** The licences that failed in a run, in order of their ids. */
  async failures(run: Run): Promise<readonly Failure[]> {
    return this.failuresUnder(run.planId, runRecords.failures(run));
  }

  /** The licences that failed in any run of a day; one that failed in two is named twice. */
  async failuresOn(planId: string, today: CivilDate): Promise<readonly Failure[]> {
    return this.failuresUnder(planId, runRecords.failuresOfDay(today));
  }

  async noteMail(run: Run, note: MailNote): Promise<void> {
    const record = `${runRecords.mailNotes(run)}${note.mailId}`;
    await this.documents.send(
      new PutCommand({ TableName: this.table, Item: { planId: run.planId, run: record, ...note } }),
    );
  }

  /** The mails that a run left unknown or held, in order of their ids. */
  async mailNotes(run: Run): Promise<readonly MailNote[]> {
    const items = await runsUnder(this.documents, this.table, run.planId, runRecords.mailNotes(run));
    return items.map((item) => parseAt(`a mail in the run of ${run.today}`, mailNoteSchema, item));
  }

  private async failuresUnder(planId: string, prefix: string): Promise<readonly Failure[]> {
    const items = await runsUnder(this.documents, this.table, planId, prefix);
    return items.map((item) => parseAt(`a failure under ${prefix} in table Runs`, failureSchema, item));
  }
}
