import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';

const rowsSchema = z.array(z.object({ customerId: z.string() }));

/** The customers of some entries. */
export interface FoundCustomers {
  readonly customerIds: ReadonlySet<string>;
  /** Whether there are no more. */
  readonly isComplete: boolean;
}

/** Which customers have a word: table `Search`, for whoever only looks. */
export class SearchReader {
  protected readonly documents: Documents;
  private readonly settings: Settings;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.settings = settings;
  }

  /** The customers of the first `most` entries that begin with a phrase, by one request. */
  async customersWith(phrase: string, most: number): Promise<FoundCustomers> {
    const { Items, LastEvaluatedKey } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: '#prefix = :prefix AND begins_with(#entry, :phrase)',
        ExpressionAttributeNames: { '#prefix': keys.searchPrefix, '#entry': keys.searchEntry },
        ExpressionAttributeValues: { ':prefix': prefixOf(phrase), ':phrase': phrase },
        Limit: most,
      }),
    );
    const rows = parseAt('entries of table Search', rowsSchema, Items);
    const customerIds = new Set(rows.map(({ customerId }) => customerId));
    return { customerIds, isComplete: LastEvaluatedKey === undefined };
  }

  get table(): string {
    return setting(this.settings, environment.searchTable);
  }
}

/** The partition of a phrase: three letters of its first word, or all where it has fewer. */
export function prefixOf(phrase: string): string {
  const [word = ''] = phrase.split(' ');
  return word.slice(0, 3);
}
