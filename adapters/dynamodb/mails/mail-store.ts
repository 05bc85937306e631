import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { orLostRace } from '../table/faults.ts';
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
}
