import type { CivilDate } from '../../domain/calendar.ts';
import { sentAgain } from '../../domain/correspondence/mails.ts';
import { releaseHeld } from '../../adapters/dynamodb/mails/mail-moves.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import { type MailStores, moveMailWithEvents } from './move-mail.ts';
import type { MailStatus } from '../../contracts/mail.ts';

/**
 * Puts a held mail back into its licence's outbox, because an operator has looked at it, and journals that;
 * `deliverPending` sends it then. Gives how the mail stood: one that is not held stays as it is.
 */
export async function releaseMail(
  room: MailStores,
  licenceId: string,
  mailId: string,
  today: CivilDate,
): Promise<MailStatus> {
  return retryOnConflict(async () => {
    const mail = await room.mails.mail(licenceId, mailId);
    if (mail.status === 'held') {
      await moveMailWithEvents(room, releaseHeld(mail), true, (licence) =>
        sentAgain(licence, today, mail, 'an operator has it sent'),
      );
    }
    return mail.status;
  });
}
