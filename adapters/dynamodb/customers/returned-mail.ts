import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import type { Unreadable } from '../table/read-each.ts';
import { CustomerReader } from './customer-reader.ts';

/** Where the entries are: no word that a customer is found by begins so. */
const partition = '!returned';

const rowsSchema = z.array(z.object({ entry: z.string(), customerId: z.string() }));

/** An address of a customer's that sends mail back for good. */
export interface ReturnedMail {
  readonly customerId: string;
  readonly name: string;
  readonly address: string;
  readonly on: CivilDate;
}

interface ReturnedMailPage {
  readonly rows: readonly ReturnedMail[];
  readonly unreadable: readonly Unreadable[];
  /** The entry after which there are more. */
  readonly next?: string | undefined;
}

/** The item of table `Search` that says: an address of the customer's sent mail back on this day. */
export function returnedEntry(customerId: string, on: CivilDate): Readonly<Record<string, string>> {
  return { [keys.searchPrefix]: partition, [keys.searchEntry]: `${on}#${customerId}`, customerId };
}

/**
 * The addresses that send mail back, the latest first. Entries stay when an address is corrected: what counts is what the
 * customer says now.
 */
export class ReturnedMails {
  readonly #documents: Documents;
  readonly #table: string;
  readonly #customers: CustomerReader;

  constructor(documents: Documents, settings: Settings) {
    this.#documents = documents;
    this.#table = setting(settings, environment.searchTable);
    this.#customers = new CustomerReader(documents, settings);
  }

  /** Those of `most` entries since a day, after one that an earlier page ended with. */
  async some(most: number, since: CivilDate, after?: string): Promise<ReturnedMailPage> {
    const { Items, LastEvaluatedKey } = await this.#documents.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: '#prefix = :prefix AND #entry >= :since',
        ExpressionAttributeNames: { '#prefix': keys.searchPrefix, '#entry': keys.searchEntry },
        ExpressionAttributeValues: { ':prefix': partition, ':since': since },
        ScanIndexForward: false,
        Limit: most,
        ...(after !== undefined && {
          ExclusiveStartKey: { [keys.searchPrefix]: partition, [keys.searchEntry]: after },
        }),
      }),
    );
    const entries = parseAt('entries of table Search', rowsSchema, Items);
    const ids = [...new Set(entries.map(({ customerId }) => customerId))];
    const { values, unreadable } =
      ids.length === 0 ? { values: [], unreadable: [] } : await this.#customers.getAll(ids);
    const customers = new Map(values.map((customer) => [customer.customerId, customer]));
    const rows = entries.flatMap(({ entry, customerId }) => {
      const { name = '', undeliverable = [], erasedOn } = customers.get(customerId) ?? {};
      return undeliverable
        .filter(({ on, complained }) => entry.startsWith(on) && complained !== true && erasedOn === undefined)
        .map(({ address, on }) => ({ customerId, name, address, on }));
    });
    return { rows, unreadable, next: LastEvaluatedKey && entries.at(-1)?.entry };
  }
}
