import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { applies } from '../table/faults.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { forgottenAt } from './run-item.ts';
import { parseAt } from '../table/parse.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** No plan has a name like this. */
const partition = '#digest';
const itemSchema = z.object({ status: z.enum(['sending', 'sent']) });
const placesSchema = z.array(z.object({ awaitedThrough: z.optional(z.string()) }));
/** Among so many digests one was sent: one whose send was cut off has an alarm. */
const mostCutOff = 50;

/** Which digests have been sent, by the time that each was scheduled for: in table `Runs`. */
export class DigestLog {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /**
   * Whether a digest is the caller's to send; false where it has been sent. Throws where somebody has begun to send it
   * and has not said how that ended: then it may have gone out.
   */
  async claim(time: string): Promise<boolean> {
    if (await this.write(time, 'sending', 'attribute_not_exists(planId)')) return true;
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: keyOf(time), ConsistentRead: true }),
    );
    const { status } = parseAt(`the digest of ${time}`, itemSchema, Item);
    if (status === 'sent') return false;
    throw new Error(`the digest of ${time} may have gone out: it was claimed and not marked as sent`);
  }

  /**
   * Marks what was claimed as sent.
   * @param awaitedThrough the last of the awaited reports that it has looked at
   */
  async sent(time: string, awaitedThrough: string | undefined): Promise<void> {
    await this.write(time, 'sent', 'attribute_exists(planId)', awaitedThrough);
  }

  /** The last of the awaited reports that a digest has looked at which was sent; undefined before the first. */
  async awaitedThrough(): Promise<string | undefined> {
    const { Items } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'planId = :partition',
        ExpressionAttributeValues: { ':partition': partition },
        ScanIndexForward: false,
        Limit: mostCutOff,
        ConsistentRead: true,
      }),
    );
    const places = parseAt('the digests in table Runs', placesSchema, Items);
    return places.find(({ awaitedThrough }) => awaitedThrough !== undefined)?.awaitedThrough;
  }

  /** Gives back the caller's own claim, for nothing has gone out. */
  async release(time: string): Promise<void> {
    await this.documents.send(new DeleteCommand({ TableName: this.table, Key: keyOf(time) }));
  }

  /** Whether the condition held. */
  private async write(
    time: string,
    status: string,
    condition: string,
    awaitedThrough?: string,
  ): Promise<boolean> {
    const expiresAt = forgottenAt(civilDate(time.slice(0, 10)));
    const Item = { ...keyOf(time), status, awaitedThrough, expiresAt };
    const put = new PutCommand({ TableName: this.table, Item, ConditionExpression: condition });
    return applies(this.documents.send(put));
  }
}

function keyOf(time: string): { planId: string; run: string } {
  return { planId: partition, run: time };
}
