import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Customer } from '../../../domain/customer/customer.ts';
import { type SearchEntry, searchEntriesOf } from '../../../domain/customer/search-words.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import { prefixOf, SearchReader } from './search-reader.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What a customer is found by: while it is written, it must be as it was read. */
export const foundBy = [
  'name',
  'email',
  'billingEmail',
  'alsoEmail',
  'alsoBillingEmail',
  'address',
  'vatId',
  'poNumber',
] as const satisfies readonly (keyof Customer)[];

/** The words that customers are found by: table `Search`. */
export class SearchIndex extends SearchReader {
  /**
   * What a change of a customer writes to the index, in the transaction of that change: at most 96 items. `before` is
   * undefined for a new customer, `after` for one whose data is erased.
   */
  changes(before: Customer | undefined, after: Customer | undefined): TransactItem[] {
    const { customerId } = before ?? after ?? {};
    if (customerId === undefined) return [];
    const old = entriesOf(before);
    const now = entriesOf(after);
    const removed = [...old.keys()].filter((key) => !now.has(key));
    const added = [...now.entries()].filter(([key]) => !old.has(key));
    return [
      ...removed.map((entry) => ({
        Delete: { TableName: this.table, Key: keyOf(entry) },
      })),
      ...added.map(([entry]) => ({ Put: { TableName: this.table, Item: { ...keyOf(entry), customerId } } })),
    ];
  }
}

/** By their sort keys, which name the field and the customer too: a field's entries change with that field alone. */
function entriesOf(customer: Customer | undefined): ReadonlyMap<string, SearchEntry> {
  if (customer === undefined) return new Map();
  return new Map(
    searchEntriesOf(customer).map((entry) => [
      `${entry.phrase}#${entry.field}#${customer.customerId}`,
      entry,
    ]),
  );
}

function keyOf(entry: string): Record<string, string> {
  return { [keys.searchPrefix]: prefixOf(entry.split('#')[0] ?? ''), [keys.searchEntry]: entry };
}
