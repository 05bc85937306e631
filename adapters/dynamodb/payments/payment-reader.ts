import { GetCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { listedIndex, paymentKeys } from '../../../contracts/deployment/tables.ts';
import { itemsAt } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { readEach, type ReadItems } from '../table/read-each.ts';
import { type KeptPayment, paymentFrom, waitingList } from './payment-item.ts';

export const placeInWaiting = z.object({
  [paymentKeys.paymentId]: z.string(),
  [paymentKeys.received]: z.string(),
});
type PlaceInWaiting = z.infer<typeof placeInWaiting>;

/** Some payments that wait, and where the others begin; undefined after the last. */
interface SomeWaiting extends ReadItems<KeptPayment> {
  readonly next?: PlaceInWaiting | undefined;
}

/** The payments that came in, for whoever only looks at them: table `Payments`. */
export class PaymentReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.paymentsTable);
  }

  /** Undefined where no payment of this id is kept. */
  async get(paymentId: string): Promise<KeptPayment | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: { paymentId }, ConsistentRead: true }),
    );
    return Item && paymentFrom(Item);
  }

  /** Those of these payments that are kept, by their ids. */
  async getAll(paymentIds: readonly string[]): Promise<ReadonlyMap<string, KeptPayment>> {
    const found = new Map<string, KeptPayment>();
    const keys = [...new Set(paymentIds)].map((paymentId) => ({ [paymentKeys.paymentId]: paymentId }));
    for await (const items of itemsAt(this.documents, this.table, keys, { ConsistentRead: true })) {
      for (const kept of items.map(paymentFrom)) found.set(kept.payment.paymentId, kept);
    }
    return found;
  }

  /** Those that wait, by their value dates, oldest first. The index lags a little behind the table. */
  waiting(): AsyncGenerator<KeptPayment, void> {
    return this.listed(waitingList);
  }

  /** At most so many of those that wait, from a place on or the first, and the place after them. */
  async someWaiting(most: number, after?: PlaceInWaiting): Promise<SomeWaiting> {
    const { Items = [], LastEvaluatedKey } = await this.documents.send(
      new QueryCommand({
        ...this.inList(waitingList),
        Limit: most,
        ExclusiveStartKey: after && { ...after, [paymentKeys.listed]: waitingList },
      }),
    );
    const read = readEach(Items, paymentKeys.paymentId, (_, item) => paymentFrom(item));
    return { ...read, next: LastEvaluatedKey && parseAt('a place', placeInWaiting, LastEvaluatedKey) };
  }

  /** Those of a month, such as `2026-01`, that are booked or dismissed, by their value dates. */
  ofMonth(month: string): AsyncGenerator<KeptPayment, void> {
    return this.listed(month);
  }

  /** How many wait. */
  async countWaiting(): Promise<number> {
    let count = 0;
    for (let start: Record<string, unknown> | undefined; ;) {
      const page = await this.documents.send(
        new QueryCommand({ ...this.inList(waitingList), Select: 'COUNT', ExclusiveStartKey: start }),
      );
      count += page.Count ?? 0;
      start = page.LastEvaluatedKey;
      if (start === undefined) return count;
    }
  }

  private async *listed(list: string): AsyncGenerator<KeptPayment, void> {
    const pages = paginateQuery({ client: this.documents }, this.inList(list));
    for await (const { Items = [] } of pages) yield* Items.map(paymentFrom);
  }

  private inList(list: string) {
    return {
      TableName: this.table,
      IndexName: listedIndex,
      KeyConditionExpression: '#listed = :list',
      ExpressionAttributeNames: { '#listed': paymentKeys.listed },
      ExpressionAttributeValues: { ':list': list },
    };
  }
}
