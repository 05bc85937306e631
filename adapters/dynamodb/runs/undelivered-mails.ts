import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { eachDay } from '../../../domain/time/days.ts';
import { addDays, type CivilDate, civilDateSchema } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { runsUnder } from '../table/query.ts';
import { forgottenAt } from './run-item.ts';

/** No plan has a name like this. */
const partition = '#undelivered';

const undeliveredSchema = z.object({
  on: civilDateSchema,
  licenceId: z.string(),
  customerId: z.string(),
  mailId: z.string(),
  /** The kind of mail, such as `invoice`. */
  kind: z.string(),
});

/** A bill or notice that SES gave up to deliver on a day, though its address may be good. */
export type UndeliveredMail = z.infer<typeof undeliveredSchema>;

/** Mails that SES could not deliver for the moment and gave up: in table `Runs`. */
export class UndeliveredMails {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** Notes a mail; noted twice, it is listed once. */
  async note(mail: UndeliveredMail): Promise<void> {
    const run = `${mail.on}#${mail.mailId}`;
    const Item = { planId: partition, run, ...mail, expiresAt: forgottenAt(mail.on) };
    await this.documents.send(new PutCommand({ TableName: this.table, Item }));
  }

  /** Those of some days up to a day, oldest first. */
  async ofDays(days: number, to: CivilDate): Promise<readonly UndeliveredMail[]> {
    const found: UndeliveredMail[] = [];
    for (const day of eachDay({ from: addDays(to, 1 - days), to })) {
      const items = await runsUnder(this.documents, this.table, partition, `${day}#`);
      found.push(...items.map((item) => parseAt(`an undelivered mail of ${day}`, undeliveredSchema, item)));
    }
    return found;
  }
}
