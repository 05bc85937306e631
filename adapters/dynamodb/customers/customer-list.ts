import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { customersByKind } from '../../../contracts/deployment/tables.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { customerKinds } from '../../../domain/customer/kinds.ts';
import type { Documents } from '../table/document-client.ts';
import { batchesOf } from '../table/batch-get.ts';
import { parseAt } from '../table/parse.ts';
import type { ReadItems } from '../table/read-each.ts';
import { CustomerReader } from './customer-reader.ts';

/** Customers in the order of their ids. */
export type CustomerPage = ReadItems<Customer>;

/** As many as are read in one request. */
const pageSize = 100;

const rowsSchema = z.array(z.object({ customerId: z.string() }));

/** All customers, by index `kind` of table `Customers`, which lags a little behind it. */
export class CustomerList {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly customers: CustomerReader;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.customersTable);
    this.customers = new CustomerReader(documents, settings);
  }

  /** All customers after an id, in the order of their ids, page by page: at most `most`. */
  async *pages(after?: string, most = Infinity): AsyncGenerator<CustomerPage, void> {
    let page: string[] = [];
    let left = most;
    for await (const customerId of this.ids(after)) {
      if (left === 0) break;
      left -= 1;
      page.push(customerId);
      if (page.length < pageSize) continue;
      yield await this.page(page);
      page = [];
    }
    if (page.length > 0) yield await this.page(page);
  }

  /** The ids of all customers, page by page. */
  async *idPages(): AsyncGenerator<readonly string[], void> {
    yield* batchesOf(this.ids());
  }

  private async page(customerIds: readonly string[]): Promise<CustomerPage> {
    const { values, unreadable } = await this.customers.getAll(customerIds);
    return { values: values.toSorted((a, b) => compare(a.customerId, b.customerId)), unreadable };
  }

  /** The ids of all kinds, merged into one order. */
  private async *ids(after?: string): AsyncGenerator<string, void> {
    const kinds = customerKinds.map((kind) => this.idsOf(kind, after));
    const heads = await Promise.all(kinds.map(async (ids) => ({ ids, head: await ids.next() })));
    for (;;) {
      const [first] = heads
        .flatMap((each) => (each.head.done === true ? [] : [{ each, id: each.head.value }]))
        .toSorted((a, b) => compare(a.id, b.id));
      if (first === undefined) return;
      yield first.id;
      first.each.head = await first.each.ids.next();
    }
  }

  private async *idsOf(kind: string, after?: string): AsyncGenerator<string, void> {
    let start: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await this.documents.send(
        new QueryCommand({
          TableName: this.table,
          IndexName: customersByKind,
          KeyConditionExpression: `#kind = :kind${after === undefined ? '' : ' AND customerId > :after'}`,
          ExpressionAttributeNames: { '#kind': 'kind' },
          ExpressionAttributeValues: { ':kind': kind, ...(after !== undefined && { ':after': after }) },
          ExclusiveStartKey: start,
        }),
      );
      for (const { customerId } of parseAt(`index ${customersByKind}`, rowsSchema, Items)) yield customerId;
      start = LastEvaluatedKey;
    } while (start !== undefined);
  }
}

/** In the order in which DynamoDB sorts texts: by their bytes. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
