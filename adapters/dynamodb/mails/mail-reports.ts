import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { MailStatus } from '../../../contracts/delivery/mail.ts';
import { licenceKey, records } from '../licences/licence-item.ts';
import { itemsAt, type Reading } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { isReported, licenceIdIn, type Mail, mailFrom, mailKey } from './mail-item.ts';

const placeSchema = z.object({ licenceId: z.string(), record: z.string() });
const outboxSchema = z.object({ licenceId: z.string(), outbox: z.array(z.string()) });
const numberSchema = z.object({ licenceId: z.string(), record: z.string(), number: z.optional(z.string()) });

const upToDate: Reading = { ConsistentRead: true };

/** How mails stand and what SES has said of them, many at a time. */
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

  /** How mails stand now, by their ids; without those that there are not. */
  async statusesOf(
    mails: readonly Pick<Mail, 'licenceId' | 'mailId'>[],
  ): Promise<ReadonlyMap<string, MailStatus>> {
    const outboxes = await this.outboxes(
      mails.map(({ licenceId }) => licenceId),
      upToDate,
    );
    // A mail has an item from its first attempt on.
    const statuses = new Map<string, MailStatus>(
      [...outboxes.values()].flat().map((mailId) => [mailId, 'pending']),
    );
    for await (const items of itemsAt(this.documents, this.table, mails.map(mailKey), upToDate)) {
      for (const item of items) {
        const { licenceId } = parseAt('a mail in the table', placeSchema, item);
        const outbox = outboxes.get(licenceId);
        if (outbox === undefined) continue;
        const { mailId, status } = mailFrom(licenceId, outbox, item);
        statuses.set(mailId, status);
      }
    }
    return statuses;
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

  private async outboxes(
    licenceIds: readonly string[],
    how: Reading = {},
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const outboxes = new Map<string, readonly string[]>();
    const keys = [...new Set(licenceIds)].map(licenceKey);
    const reading = { ProjectionExpression: 'licenceId, outbox', ...how };
    for await (const items of itemsAt(this.documents, this.table, keys, reading)) {
      for (const item of items) {
        const { licenceId, outbox } = parseAt('a licence in the table', outboxSchema, item);
        outboxes.set(licenceId, outbox);
      }
    }
    return outboxes;
  }
}
