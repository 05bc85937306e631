import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import { recipientOf } from '../../mail/message/recipients.ts';
import type { MailContext } from './write-mail.ts';

/** Why a mail is not to be sent. */
export interface Obstacle {
  readonly status: 'held' | 'skipped';
  readonly because: string;
}

/** A mail is written even so, that nothing of it is first tried out on customers. */
export const outsideStage: Obstacle = {
  status: 'skipped',
  because:
    'this stage mails only those of mailsOnlyTo in perennial.config.ts, and not every reader is among them',
};

/** Why a mail cannot be sent as its licence and its readers are now; undefined where it can. */
export function obstacleTo(
  mail: Pick<Mail, 'kind' | 'version'>,
  { licence, customer, partner, journal }: MailContext,
): Obstacle | undefined {
  const { stoppedOn } = licence.correspondence;
  const kind = kindNamed(mail.kind);
  const event = journal[mail.version - 1];
  if (stoppedOn !== undefined && event !== undefined && kind.canBeStopped(event)) {
    return { status: 'skipped', because: `reminders, offers and news were stopped on ${stoppedOn}` };
  }
  if (recipientOf(kind, customer, partner) !== undefined) return undefined;
  return { status: 'held', because: `no address of customer ${customer.customerId} takes mail` };
}
