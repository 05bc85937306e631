import { PutCommand, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Shared } from '../../../domain/licence/shared.ts';
import type { Documents } from '../table/document-client.ts';
import { applies } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import { positiveSchema } from '../../../domain/values/whole.ts';
import { optionalTextSchema, textSchema } from '../../../domain/values/plain.ts';

export const headKeySchema = z.object({ series: textSchema, first: textSchema });

/** Where the head of a shared document or mail is, in table `Numbers`. */
export type HeadKey = z.infer<typeof headKeySchema>;

/** What licences of a customer share on a day of a plan. */
export interface Occasion {
  readonly planId: string;
  readonly customerId: string;
  readonly on: CivilDate;
  /** The kind of document or mail, and what else tells it from others of the day. */
  readonly kind: string;
}

export function headKeyOf({ planId, customerId, on, kind }: Occasion): HeadKey {
  return { series: `together#${planId}#${customerId}`, first: `${on}#${kind}` };
}

const headSchema = z.pipe(
  z.object({
    leadId: textSchema,
    leadVersion: positiveSchema,
    number: optionalTextSchema,
    sealed: z._default(z.boolean(), false),
  }),
  z.transform(({ leadId, leadVersion, ...head }) => ({
    ...head,
    shared: { licenceId: leadId, version: leadVersion },
  })),
);

/**
 * The last document or mail that licences share on an occasion. Until it is sealed, further licences can become lines of
 * it; it is sealed before it is written, so that it never misses one.
 */
export type Head = z.infer<typeof headSchema>;

/** The heads of shared documents and mails. */
export class SharedHeads {
  private readonly documents: Documents;
  private readonly settings: Settings;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.settings = settings;
  }

  async find({ series, first }: HeadKey): Promise<Head | undefined> {
    const { Items = [] } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: '#series = :series AND #first = :first',
        ExpressionAttributeNames: { '#series': keys.series, '#first': keys.first },
        ExpressionAttributeValues: { ':series': series, ':first': first },
        ConsistentRead: true,
      }),
    );
    return Items.length === 0 ? undefined : parseAt(`what is shared on ${first}`, headSchema, Items[0]);
  }

  /**
   * The conditional put that goes with new lines: nobody has sealed the head since it was found, or begun another.
   * @param found undefined where there was none
   */
  joining(key: HeadKey, head: Pick<Head, 'shared' | 'number'>, found: Head | undefined): PutCommandInput {
    return {
      TableName: this.table,
      Item: itemOf(key, head),
      ...(found === undefined
        ? {
            ConditionExpression: 'attribute_not_exists(#series)',
            ExpressionAttributeNames: { '#series': keys.series },
          }
        : asFound(found)),
    };
  }

  /** From now on no line follows. Does nothing where the head is sealed already. */
  async seal(key: HeadKey, shared: Shared): Promise<void> {
    const found = await this.find(key);
    if (found === undefined || found.sealed || !isSame(found.shared, shared)) return;
    const put = new PutCommand({
      TableName: this.table,
      Item: { ...itemOf(key, found), sealed: true },
      ...asFound(found),
    });
    // Another line came first, or another process has sealed it.
    if (!(await applies(this.documents.send(put)))) await this.seal(key, shared);
  }

  private get table(): string {
    return setting(this.settings, environment.numbersTable);
  }
}

function itemOf(key: HeadKey, { shared, number }: Pick<Head, 'shared' | 'number'>): Record<string, unknown> {
  const { licenceId, version } = shared;
  return { ...key, leadId: licenceId, leadVersion: version, ...(number === undefined ? {} : { number }) };
}

function asFound({ shared, sealed }: Head) {
  return {
    ConditionExpression: `leadId = :leadId AND leadVersion = :leadVersion AND ${sealed ? '#sealed = :sealed' : 'attribute_not_exists(#sealed)'}`,
    ExpressionAttributeNames: { '#sealed': 'sealed' },
    ExpressionAttributeValues: {
      ':leadId': shared.licenceId,
      ':leadVersion': shared.version,
      ...(sealed ? { ':sealed': true } : {}),
    },
  };
}

function isSame(one: Shared, other: Shared): boolean {
  return one.licenceId === other.licenceId && one.version === other.version;
}
