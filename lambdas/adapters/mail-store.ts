import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from './clients.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { environment } from '../names.ts';
import { orLostRace } from './faults.ts';
import { records } from './licence-item.ts';
import { type Mail, mailFrom, mailKey } from './mail-item.ts';
import { recordsUnder } from './query.ts';
import { setting, type Settings } from './settings.ts';

/** Longer than a function lives that sends a mail: after it, nobody is still waiting for an answer. */
const leaseMilliseconds = 120_000;

/**
 * The mails that events called for, as they move from `pending` by `sending` to `sent` or `unknown`.
 * Each move is made only from the state that was read; `ConcurrentChange` says that another came first.
 */
export class MailStore {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  async mail(licenceId: string, mailId: string): Promise<Mail> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: mailKey({ licenceId, mailId }), ConsistentRead: true }),
    );
    return mailFrom(`mail ${mailId}`, Item);
  }

  /** Every mail of a licence, in the order of their events. */
  async mails(licenceId: string): Promise<readonly Mail[]> {
    const items = await recordsUnder(this.documents, this.table, licenceId, records.mails);
    return items.map((item) => mailFrom(`a mail of licence ${licenceId}`, item));
  }

  /** `pending` to `sending`: whoever has claimed a mail is the only one who sends it. `now` in ms since 1970. */
  async claim(mail: Mail, now: number): Promise<Mail> {
    return this.move(mail, ['pending'], {
      ...mail,
      status: 'sending',
      attempts: mail.attempts + 1,
      leaseUntil: now + leaseMilliseconds,
    });
  }

  /** To `sent`; also from `unknown`, where the answer came after all. */
  async markSent(mail: Mail, messageId: string, today: CivilDate): Promise<Mail> {
    return this.move(mail, ['sending', 'unknown'], { ...mail, status: 'sent', messageId, sentOn: today });
  }

  async markUnknown(mail: Mail, reason: string): Promise<Mail> {
    return this.move(mail, ['sending'], { ...mail, status: 'unknown', reason });
  }

  /** Back to `pending`, after an answer that says for certain that the mail was not taken. */
  async release(mail: Mail, reason: string): Promise<Mail> {
    return this.move(mail, ['sending'], { ...mail, status: 'pending', reason });
  }

  private async move(from: Mail, allowed: readonly Mail['status'][], to: Mail): Promise<Mail> {
    const statuses = allowed.map((status, index) => [`:allowed${index}`, status] as const);
    await this.documents
      .send(
        new PutCommand({
          TableName: this.table,
          Item: { ...mailKey(to), ...to },
          ConditionExpression: `attempts = :attempts AND #status IN (${statuses.map(([name]) => name).join(', ')})`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':attempts': from.attempts, ...Object.fromEntries(statuses) },
        }),
      )
      .catch((error: unknown) => {
        throw orLostRace(error, `mail ${to.mailId}`);
      });
    return to;
  }
}
