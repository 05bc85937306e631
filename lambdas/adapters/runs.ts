import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Documents } from './clients.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { environment } from '../names.ts';
import { parseAt } from './parse.ts';
import { runsUnder } from './query.ts';
import { setting, type Settings } from './settings.ts';

const failureSchema = z.object({ licenceId: z.string(), reason: z.string() });

/** A licence that a run could not bring up to date, and why. */
export type Failure = z.infer<typeof failureSchema>;

const mailNoteSchema = z.object({
  licenceId: z.string(),
  mailId: z.string(),
  status: z.enum(['unknown', 'held']),
  reason: z.string(),
});

/** A mail that a run could not bring on its way for certain, and why. */
export type MailNote = z.infer<typeof mailNoteSchema>;

export interface Counts {
  readonly due: number;
  readonly done: number;
  readonly failed: number;
}

/** What became of each plan's daily run: table `Runs`. */
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
  async claim(planId: string, today: CivilDate, execution: string, again: boolean): Promise<boolean> {
    const unclaimed = {
      ConditionExpression: 'attribute_not_exists(planId) OR execution = :execution',
      ExpressionAttributeValues: { ':execution': execution },
    };
    try {
      await this.documents.send(
        new PutCommand({
          TableName: this.table,
          Item: { planId, run: today, execution },
          ...(again ? {} : unclaimed),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async finish(planId: string, today: CivilDate, counts: Counts): Promise<void> {
    await this.documents.send(
      new UpdateCommand({
        TableName: this.table,
        Key: { planId, run: today },
        UpdateExpression: 'SET counts = :counts',
        ExpressionAttributeValues: { ':counts': counts },
      }),
    );
  }

  async recordFailure(planId: string, today: CivilDate, failure: Failure): Promise<void> {
    const run = failedRun(today, failure.licenceId);
    await this.documents.send(new PutCommand({ TableName: this.table, Item: { planId, run, ...failure } }));
  }

  /** The licences that failed in a day's run, in order of their ids. */
  async failures(planId: string, today: CivilDate): Promise<readonly Failure[]> {
    const items = await runsUnder(this.documents, this.table, planId, failedRun(today, ''));
    return items.map((item) => parseAt(`a failure in the run of ${today}`, failureSchema, item));
  }

  async noteMail(planId: string, today: CivilDate, note: MailNote): Promise<void> {
    const run = notedMail(today, note.mailId);
    await this.documents.send(new PutCommand({ TableName: this.table, Item: { planId, run, ...note } }));
  }

  /** The mails that a day's run left unknown or held, in order of their ids. */
  async mailNotes(planId: string, today: CivilDate): Promise<readonly MailNote[]> {
    const items = await runsUnder(this.documents, this.table, planId, notedMail(today, ''));
    return items.map((item) => parseAt(`a mail in the run of ${today}`, mailNoteSchema, item));
  }

  async forgetFailure(planId: string, today: CivilDate, licenceId: string): Promise<void> {
    const run = failedRun(today, licenceId);
    await this.documents.send(new DeleteCommand({ TableName: this.table, Key: { planId, run } }));
  }
}

function failedRun(today: CivilDate, licenceId: string): string {
  return `${today}#failed#${licenceId}`;
}

function notedMail(today: CivilDate, mailId: string): string {
  return `${today}#mail#${mailId}`;
}
