import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from '../table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { records } from '../licences/licence-item.ts';
import { type Mail, mailFrom, mailKey } from './mail-item.ts';
import { recordsUnder } from '../table/query.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** The mails that events called for, for whoever only looks at them. */
export class MailReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  /** Throws where there is no such mail. */
  async mail(licenceId: string, mailId: string): Promise<Mail> {
    const mail = await this.find(licenceId, mailId);
    if (mail === undefined) throw new Error(`licence ${licenceId} has no mail ${mailId}`);
    return mail;
  }

  async find(licenceId: string, mailId: string): Promise<Mail | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: mailKey({ licenceId, mailId }), ConsistentRead: true }),
    );
    return Item && mailFrom(`mail ${mailId}`, Item);
  }

  /** Every mail of a licence, in the order of their events. */
  async mails(licenceId: string): Promise<readonly Mail[]> {
    const items = await recordsUnder(this.documents, this.table, licenceId, records.mails);
    return items.map((item) => mailFrom(`a mail of licence ${licenceId}`, item));
  }
}
