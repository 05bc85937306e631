import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { CivilDate } from '../../../domain/calendar.ts';
import { type Customer, customerFields } from '../../../domain/customer/customer.ts';
import { erased } from '../../../domain/customer/erase.ts';
import { type CustomerEntry, customerEntrySchema } from '../../../domain/customer/history.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';
import { orLostRace } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import { CustomerHistoryReader, entries } from './customer-history-reader.ts';
import { foundBy, SearchIndex } from './search-index.ts';
import { stillAs } from './still-as.ts';

const requestSchema = z.object({
  requestId: z.string(),
  /** Distinguishes two requests that were given the same id. */
  fingerprint: z.string(),
  /** The record of the entry that it made. */
  entry: z.string(),
  /** When the table forgets it, in seconds since 1970. */
  expiresAt: z.int(),
});

/** A request about a customer that was carried out. */
type CustomerRequest = z.infer<typeof requestSchema>;

/** An entry of a customer's history, and the request that makes it. */
export interface NewEntry {
  readonly entry: CustomerEntry;
  readonly request: Omit<CustomerRequest, 'entry'>;
  /** The function's own time in milliseconds since 1970: the order of entries of one instant, where a clock stands still. */
  readonly sendersTime: number;
}

/** Neither merged nor erased. */
const isCustomer =
  'attribute_exists(customerId) AND attribute_not_exists(mergedInto) AND attribute_not_exists(erasedOn)';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Changes of customers with their history: tables `Customers` and `CustomerHistory`, all or nothing. */
export class CustomerHistory extends CustomerHistoryReader {
  private readonly customers: string;
  private readonly search: SearchIndex;

  constructor(documents: Documents, settings: Settings) {
    super(documents, settings);
    this.customers = setting(settings, environment.customersTable);
    this.search = new SearchIndex(documents, settings);
  }

  /** Adds an entry. Throws `ConcurrentChange` where the request has made it already. */
  async add(customerId: string, added: NewEntry): Promise<void> {
    await this.write(customerId, this.puts(customerId, added));
  }

  /**
   * Changes what the vendor says of a customer and what it is found by, and adds the entry that says so. Throws
   * `ConcurrentChange` where one of the fields has another value by now, or the customer was merged or erased.
   */
  async change(before: Customer, after: Customer, added: NewEntry): Promise<void> {
    const { customerId } = before;
    const update = { Update: { TableName: this.customers, Key: { customerId }, ...updateOf(before, after) } };
    const found = this.search.changes(before, after);
    await this.write(customerId, [update, ...found, ...this.puts(customerId, added)]);
  }

  /**
   * Makes a customer a pointer to another one, whose history says so. Throws `ConcurrentChange` where one of them was
   * merged or erased meanwhile: two that are merged into each other at the same moment do not both become pointers.
   */
  async merge(goes: Customer, stays: Customer, added: NewEntry): Promise<void> {
    const own = { customerId: stays.customerId };
    await this.write(goes.customerId, [
      {
        Update: {
          TableName: this.customers,
          Key: { customerId: goes.customerId },
          UpdateExpression: 'SET mergedInto = :into',
          ConditionExpression: isCustomer,
          ExpressionAttributeValues: { ':into': stays.customerId },
        },
      },
      { ConditionCheck: { TableName: this.customers, Key: own, ConditionExpression: isCustomer } },
      ...this.puts(stays.customerId, added),
    ]);
  }

  /** Moves the history of a customer to another one, entry by entry; done again, it moves the rest. */
  async move(from: string, to: string): Promise<void> {
    for (const { record, entry } of await this.recorded(from)) {
      const Item = { customerId: to, record, entry: { ...entry, of: entry.of ?? from } };
      await this.write(from, [
        { Put: { TableName: this.table, Item } },
        { Delete: { TableName: this.table, Key: { customerId: from, record } } },
      ]);
    }
  }

  /**
   * Puts what stays of a customer in its place, forgets the words that it was found by, and adds the entry that says so.
   * Throws `ConcurrentChange` where it has other words by now, or was merged or erased meanwhile.
   */
  async erase(customer: Customer, on: CivilDate, added: NewEntry): Promise<void> {
    const fields = [...foundBy, 'mergedInto', 'erasedOn'] as const;
    const { conditions, values } = stillAs(customer, fields);
    const put = {
      TableName: this.customers,
      Item: erased(customer, on),
      ConditionExpression: ['attribute_exists(customerId)', ...conditions].join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
      ExpressionAttributeValues: values,
    };
    await this.write(customer.customerId, [
      { Put: put },
      ...this.search.changes(customer, undefined),
      ...this.puts(customer.customerId, added),
    ]);
  }

  /** Deletes the entries that say something of a person; which customers were merged and erased stays. */
  async forget(customerId: string): Promise<void> {
    for (const { record, entry } of await this.recorded(customerId)) {
      if (entry.type === 'merged' || entry.type === 'erased') continue;
      await this.write(customerId, [{ Delete: { TableName: this.table, Key: { customerId, record } } }]);
    }
  }

  /** The entry that a request made; undefined where it was not carried out. `fingerprint` is that of the request. */
  async madeBy(
    customerId: string,
    requestId: string,
  ): Promise<{ readonly fingerprint: string; readonly entry: CustomerEntry } | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: requestKey(customerId, requestId), ConsistentRead: true }),
    );
    if (Item === undefined) return undefined;
    const { fingerprint, entry: record } = parseAt(
      `a request for customer ${customerId}`,
      requestSchema,
      Item,
    );
    const found = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: { customerId, record }, ConsistentRead: true }),
    );
    const { entry } = parseAt(
      `the history of customer ${customerId}`,
      z.object({ entry: customerEntrySchema }),
      found.Item,
    );
    return { fingerprint, entry };
  }

  private puts(customerId: string, { entry, request, sendersTime }: NewEntry): TransactItem[] {
    const record = `${entries}${entry.at}#${sendersTime}#${request.requestId}`;
    return [
      this.put({ customerId, record, entry }),
      this.put({ ...requestKey(customerId, request.requestId), ...request, entry: record }),
    ];
  }

  private put(Item: Record<string, unknown>): TransactItem {
    const ConditionExpression = 'attribute_not_exists(customerId)';
    return { Put: { TableName: this.table, Item, ConditionExpression } };
  }

  private async write(customerId: string, items: TransactItem[]): Promise<void> {
    await this.documents.send(new TransactWriteCommand({ TransactItems: items })).catch((error: unknown) => {
      throw orLostRace(error, `customer ${customerId}`);
    });
  }
}

function requestKey(customerId: string, requestId: string): { customerId: string; record: string } {
  return { customerId, record: `REQUEST#${requestId}` };
}

/** Sets what differs, on condition that it is still as it was. */
function updateOf(before: Customer, after: Customer) {
  const changed = customerFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const set = changed.filter((field) => after[field] !== undefined);
  const removed = changed.filter((field) => after[field] === undefined);
  const unchanged = stillAs(before, changed);
  const clauses = [
    ...(set.length === 0 ? [] : [`SET ${set.map((field) => `#${field} = :${field}`).join(', ')}`]),
    ...(removed.length === 0 ? [] : [`REMOVE ${removed.map((field) => `#${field}`).join(', ')}`]),
  ];
  return {
    UpdateExpression: clauses.join(' '),
    ConditionExpression: [isCustomer, ...unchanged.conditions].join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(changed.map((field) => [`#${field}`, field])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map((field) => [`:${field}`, after[field]])),
      ...unchanged.values,
    },
  };
}
