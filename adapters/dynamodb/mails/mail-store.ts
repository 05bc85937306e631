import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { orLostRace } from '../table/faults.ts';
import { type Mail, mailFrom } from './mail-item.ts';
import { type MailMove, updateOf } from './mail-moves.ts';
import { MailReader } from './mail-reader.ts';

/** The mails that events called for, and how they stand. */
export class MailStore extends MailReader {
  /** Makes a move and gives the mail as it was before; `ConcurrentChange` says that another came first. */
  async move(move: MailMove): Promise<Mail> {
    const { mailId } = move.mail;
    const update = new UpdateCommand({ ...updateOf(this.table, move), ReturnValues: 'ALL_OLD' });
    const { Attributes } = await this.documents.send(update).catch((error: unknown) => {
      throw orLostRace(error, `mail ${mailId}`);
    });
    return mailFrom(`mail ${mailId}`, Attributes);
  }
}
