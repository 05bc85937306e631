import { createHash } from 'node:crypto';
import { paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { dayIn } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { forgottenAt } from './run-item.ts';

/** No plan has a name like this. */
const partition = '#awaited';
/** Much longer than digests look back. */
const keptDays = 60;

const noteSchema = z.object({ run: z.string(), mailIds: z.array(z.string()) });

/** Mails that a sender was about to send together. */
interface AwaitedMails {
  /** Sorts by the time of the note. */
  readonly place: string;
  readonly mailIds: readonly string[];
}

/**
 * Bills and notices on which SES is to report, as their senders note them before they send: in table `Runs`, one item for
 * all that are sent side by side (ADR 42).
 */
export class AwaitedReports {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** Notes mails, where there are any. @param now the sender's time in milliseconds since 1970 */
  async note(mailIds: readonly string[], now: number): Promise<void> {
    if (mailIds.length === 0) return;
    const at = new Date(now).toISOString();
    // Senders of one moment do not overwrite each other.
    const name = createHash('sha256').update(mailIds.join(' ')).digest('hex').slice(0, 16);
    const Item = {
      planId: partition,
      run: `${at}#${name}`,
      mailIds,
      expiresAt: forgottenAt(dayIn('UTC', at), keptDays),
    };
    await this.documents.send(new PutCommand({ TableName: this.table, Item }));
  }

  /** What was noted after a place, or from the beginning, up to a UTC instant; oldest first, page by page. */
  async *between(after: string | undefined, until: string): AsyncGenerator<readonly AwaitedMails[], void> {
    const from = after ?? '0';
    if (from >= until) return;
    const pages = paginateQuery(
      { client: this.documents },
      {
        TableName: this.table,
        KeyConditionExpression: 'planId = :partition AND run BETWEEN :from AND :until',
        ExpressionAttributeValues: { ':partition': partition, ':from': from, ':until': until },
      },
    );
    for await (const { Items = [] } of pages) {
      yield Items.map((item) => parseAt('awaited reports in table Runs', noteSchema, item))
        .filter(({ run }) => run !== after)
        .map(({ run, mailIds }) => ({ place: run, mailIds }));
    }
  }
}
