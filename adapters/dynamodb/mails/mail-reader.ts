import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from '../table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { type DatedMail, HistoryReader } from '../licences/history.ts';
import { type Mail, mailFrom, mailKey } from './mail-item.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** The mails that events called for, for whoever only looks at them. */
export class MailReader {
  protected readonly documents: Documents;
  protected readonly table: string;
  private readonly histories: HistoryReader;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.histories = new HistoryReader(documents, settings);
  }

  /** Every mail of a licence, in the order of their events; none where there is no such licence. */
  async mails(licenceId: string): Promise<readonly DatedMail[]> {
    return (await this.histories.read(licenceId))?.mails ?? [];
  }

  async find(licenceId: string, mailId: string): Promise<DatedMail | undefined> {
    return (await this.mails(licenceId)).find((mail) => mail.mailId === mailId);
  }

  /** Throws where there is no such mail. */
  async mail(licenceId: string, mailId: string): Promise<DatedMail> {
    const mail = await this.find(licenceId, mailId);
    if (mail === undefined) throw new Error(`licence ${licenceId} has no mail ${mailId}`);
    return mail;
  }

  /** A mail of which an attempt was made, by one small read; `outbox` is its licence's. */
  async findAttempted(
    licenceId: string,
    outbox: readonly string[],
    mailId: string,
  ): Promise<Mail | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: mailKey({ licenceId, mailId }), ConsistentRead: true }),
    );
    return Item && mailFrom(licenceId, outbox, Item);
  }
}
