import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { licenceKey, records } from '../licences/licence-item.ts';
import { itemsAt } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { isReported, licenceIdIn, type Mail, mailFrom, mailKey } from './mail-item.ts';

const placeSchema = z.object({ licenceId: z.string(), record: z.string() });
const outboxSchema = z.object({ licenceId: z.string(), outbox: z.array(z.string()) });
const numberSchema = z.object({ licenceId: z.string(), record: z.string(), number: z.optional(z.string()) });

/** What SES has said of mails. */
export class MailReports {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  /**
   * Of these mails, how many were sent, and those of them of which SES has said nothing since the last attempt: neither
   * that it arrived nor that it came back. The others wait, are held or skipped, or nobody knows yet whether they went out.
   */
  async onMails(
    mailIds: readonly string[],
  ): Promise<{ readonly sent: number; readonly silent: readonly Mail[] }> {
    const keys = [...new Set(mailIds)].flatMap((mailId) => {
      const licenceId = licenceIdIn(mailId);
      return licenceId === undefined ? [] : [mailKey({ licenceId, mailId })];
    });
    let reported = 0;
    const unreported: { readonly licenceId: string; readonly item: unknown }[] = [];
    for await (const items of itemsAt(this.documents, this.table, keys)) {
      for (const item of items) {
        const { licenceId } = parseAt('a mail in the table', placeSchema, item);
        // As it stands if it has left the outbox.
        const mail = mailFrom(licenceId, [], item);
        if (mail.status !== 'sent') continue;
        if (isReported(mail)) reported += 1;
        else unreported.push({ licenceId, item });
      }
    }
    const outboxes = await this.outboxes(unreported.map(({ licenceId }) => licenceId));
    const silent = unreported.flatMap(({ licenceId, item }) => {
      const outbox = outboxes.get(licenceId);
      const mail = outbox && mailFrom(licenceId, outbox, item);
      return mail?.status === 'sent' ? [mail] : [];
    });
    return { sent: reported + silent.length, silent };
  }

  /** The printed numbers of the quotes and invoices that mails came with, by the ids of the mails. */
  async numbersOf(
    mails: readonly Pick<Mail, 'licenceId' | 'mailId' | 'version'>[],
  ): Promise<ReadonlyMap<string, string>> {
    // Several mails can be of one event.
    const keys = new Map(
      mails.map(({ licenceId, version }) => {
        const record = records.event(version);
        return [`${licenceId} ${record}`, { licenceId, record }];
      }),
    );
    const byEvent = new Map<string, string>();
    for await (const items of itemsAt(this.documents, this.table, [...keys.values()])) {
      for (const item of items) {
        const { licenceId, record, number } = parseAt('an event in the table', numberSchema, item);
        if (number !== undefined) byEvent.set(`${licenceId} ${record}`, number);
      }
    }
    return new Map(
      mails.flatMap(({ licenceId, version, mailId }) => {
        const number = byEvent.get(`${licenceId} ${records.event(version)}`);
        return number === undefined ? [] : [[mailId, number]];
      }),
    );
  }

  private async outboxes(licenceIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const outboxes = new Map<string, readonly string[]>();
    const keys = [...new Set(licenceIds)].map(licenceKey);
    const reading = { ProjectionExpression: 'licenceId, outbox' };
    for await (const items of itemsAt(this.documents, this.table, keys, reading)) {
      for (const item of items) {
        const { licenceId, outbox } = parseAt('a licence in the table', outboxSchema, item);
        outboxes.set(licenceId, outbox);
      }
    }
    return outboxes;
  }
}
