import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { PlaceInPlan } from '../licences/by-licence-id.ts';
import { applies } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import {
  type Counts,
  type Failure,
  forgottenAt,
  type MailNote,
  placeSchema,
  type Run,
  runRecords,
} from './run-item.ts';
import { RunReader } from './run-reader.ts';

/** The records of each plan's runs, as they write them: table `Runs`. */
export class RunStore extends RunReader {
  /**
   * Makes a day's run the execution's own, so that a schedule that fires twice runs once. False where it belongs to
   * another; `again` takes it over all the same. Its record then still says why mails wait, since the second run of a day
   * does not send them. An execution that asks twice keeps the run.
   * @param counts of a run that ends with its claim
   */
  async claim({ planId, today, execution }: Run, again: boolean, counts?: Counts): Promise<boolean> {
    const update = new UpdateCommand({
      TableName: this.table,
      Key: { planId, run: runRecords.day(today) },
      UpdateExpression: `SET execution = :execution, expiresAt = :expiresAt${counts === undefined ? ' REMOVE counts' : ', counts = :counts'}`,
      ExpressionAttributeValues: {
        ':execution': execution,
        ':expiresAt': forgottenAt(today),
        ':counts': counts,
      },
      ...(again ? {} : { ConditionExpression: 'attribute_not_exists(planId) OR execution = :execution' }),
    });
    return applies(this.documents.send(update));
  }

  /** Where the next check of index `due` begins; undefined for the first licence. */
  async nextToCheck(planId: string): Promise<PlaceInPlan | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: { planId, run: runRecords.check } }),
    );
    return Item && parseAt('the place of the check in table Runs', placeSchema, Item);
  }

  /** Notes where the next check begins. */
  async checkFrom(planId: string, place: PlaceInPlan = { shard: 0 }): Promise<void> {
    const Item = { planId, run: runRecords.check, ...place };
    await this.documents.send(new PutCommand({ TableName: this.table, Item }));
  }

  /** Records an extra run; the claim of the day's run stays as it is. */
  async enterExtra(run: Run): Promise<void> {
    const { planId, execution } = run;
    await this.documents.send(
      new PutCommand({
        TableName: this.table,
        Item: { planId, run: runRecords.extra(run), execution, expiresAt: forgottenAt(run.today) },
      }),
    );
  }

  /**
   * Closes a run's record, unless another execution has taken the run over.
   * @param trouble why the account could not send mail
   */
  async finish(run: Run & { readonly isExtra: boolean }, counts: Counts, trouble?: string): Promise<void> {
    const { planId, today, execution, isExtra } = run;
    const update = new UpdateCommand({
      TableName: this.table,
      Key: { planId, run: isExtra ? runRecords.extra(run) : runRecords.day(today) },
      UpdateExpression: `SET counts = :counts${trouble === undefined ? '' : ', trouble = :trouble'}`,
      ConditionExpression: 'execution = :execution',
      ExpressionAttributeValues: { ':counts': counts, ':execution': execution, ':trouble': trouble },
    });
    await applies(this.documents.send(update));
  }

  async recordFailure(run: Run, failure: Failure): Promise<void> {
    const record = `${runRecords.failures(run)}${failure.licenceId}`;
    await this.documents.send(
      new PutCommand({ TableName: this.table, Item: { planId: run.planId, run: record, ...failure } }),
    );
  }

  async noteMail(run: Run, note: MailNote): Promise<void> {
    const record = `${runRecords.mailNotes(run)}${note.mailId}`;
    await this.documents.send(
      new PutCommand({
        TableName: this.table,
        Item: { planId: run.planId, run: record, ...note, expiresAt: forgottenAt(run.today) },
      }),
    );
  }

  /** Notes, once, that the account cannot send mail: the run says so, and no other batch of it tries. */
  async noteTrouble(run: Run, reason: string): Promise<void> {
    const put = new PutCommand({
      TableName: this.table,
      Item: { planId: run.planId, run: runRecords.trouble(run), reason, expiresAt: forgottenAt(run.today) },
      ConditionExpression: 'attribute_not_exists(planId)',
    });
    await applies(this.documents.send(put));
  }
}
