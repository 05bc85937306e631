import { type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { partsOf } from './document-number.ts';

const entrySchema = z.object({ first: z.string().transform(Number), licenceIds: z.array(z.string()).min(1) });
type Entry = z.infer<typeof entrySchema>;

/** Long enough for a series of ten thousand million documents; the entries sort by it. */
const digits = 10;

/**
 * The register of numbers: table `Numbers`. Each entry gives the next numbers of a series, one after the other, to
 * documents of these licences. It is written in the transaction that issues the documents, on the condition that nobody
 * has written it yet: so a series has no gaps, and no number is given twice.
 */
export class NumberRegister {
  private readonly documents: Documents;
  private readonly settings: Settings;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.settings = settings;
  }

  /** The last number that a series has given; 0 for none. */
  async last(series: string): Promise<number> {
    const entry = await this.entryUpTo(series, undefined);
    return entry === undefined ? 0 : entry.first + entry.licenceIds.length - 1;
  }

  /** The conditional put that gives the numbers from `first` on to a document of each of these licences. */
  entry(series: string, first: number, licenceIds: readonly string[]): PutCommandInput {
    return {
      TableName: this.table,
      Item: { [keys.series]: series, [keys.first]: keyOf(first), licenceIds },
      ConditionExpression: 'attribute_not_exists(#series)',
      ExpressionAttributeNames: { '#series': keys.series },
    };
  }

  /** The licence whose quote or invoice has a printed number; undefined where none has it. */
  async licenceOf(number: string): Promise<string | undefined> {
    const parts = partsOf(number);
    if (parts === undefined) return undefined;
    const entry = await this.entryUpTo(parts.series, parts.count);
    return entry?.licenceIds[parts.count - entry.first];
  }

  /** The last entry of a series that begins at `count` or before; the very last where that is not given. */
  private async entryUpTo(series: string, count: number | undefined): Promise<Entry | undefined> {
    const isUpTo = count === undefined ? '' : ' AND #first <= :first';
    const { Items = [] } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: `#series = :series${isUpTo}`,
        ExpressionAttributeNames: {
          '#series': keys.series,
          ...(count !== undefined && { '#first': keys.first }),
        },
        ExpressionAttributeValues: {
          ':series': series,
          ...(count !== undefined && { ':first': keyOf(count) }),
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 1,
      }),
    );
    return Items.length === 0 ? undefined : parseAt(`the numbers of ${series}`, entrySchema, Items[0]);
  }

  private get table(): string {
    return setting(this.settings, environment.numbersTable);
  }
}

function keyOf(count: number): string {
  return String(count).padStart(digits, '0');
}
