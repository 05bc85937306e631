import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type MailStatus, mailStatuses } from '../../../contracts/delivery/mail.ts';
import { parseAt } from '../table/parse.ts';
import { applies, orLostRace } from '../table/faults.ts';
import { type Mail, mailKey } from './mail-item.ts';
import { type MailMove, updateOf } from './mail-moves.ts';
import { MailReader } from './mail-reader.ts';

/** The mails that events called for, and where they stand. */
export class MailStore extends MailReader {
  /** Makes a move; `ConcurrentChange` says that another came first. */
  async move(move: MailMove): Promise<void> {
    await this.documents.send(new UpdateCommand(updateOf(this.table, move))).catch((error: unknown) => {
      throw orLostRace(error, `mail ${move.mail.mailId}`);
    });
  }

  /**
   * Makes a move of a mail that was not read, where the mail is as the move says. Gives the status that the mail had;
   * undefined where the move does not apply.
   */
  async moveUnread(move: MailMove): Promise<MailStatus | undefined> {
    const update = new UpdateCommand({ ...updateOf(this.table, move), ReturnValues: 'UPDATED_OLD' });
    try {
      const { Attributes } = await this.documents.send(update);
      return parseAt(`mail ${move.mail.mailId}`, statusSchema, Attributes).status;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /** Erases why a mail was not taken or came back: mail servers name addresses there. */
  async forgetReason(mail: Mail): Promise<void> {
    const forgetting = new UpdateCommand({
      TableName: this.table,
      Key: mailKey(mail),
      UpdateExpression: 'REMOVE reason',
      ConditionExpression: 'attribute_exists(licenceId)',
    });
    await applies(this.documents.send(forgetting));
  }
}

const statusSchema = z.object({ status: z.enum(mailStatuses) });
