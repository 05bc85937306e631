import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';
import type { BackupTable } from '../../../contracts/operator/backup.ts';
import { keys, paymentKeys } from '../../../contracts/deployment/tables.ts';
import { storedCustomerSchema } from '../../../domain/customer/customer.ts';
import { SearchIndex } from '../customers/search-index.ts';
import { itemOf, licenceKey, records, type Stored } from '../licences/licence-item.ts';
import { paymentFrom } from '../payments/payment-item.ts';
import type { Documents } from '../table/document-client.ts';
import { applies, ConcurrentChange, orLostRace } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import { retryOnConflict } from '../table/retry.ts';
import { filledSchema } from '../../../domain/values/filled.ts';

type Item = Readonly<Record<string, unknown>>;

const text = filledSchema;

/** What must be right about an item that is written as it is: its keys, and what is read of it. */
const checks: Readonly<Record<Exclude<BackupTable, 'customers'>, (item: Item) => unknown>> = {
  numbers: (item) =>
    parseAt(
      'an entry of numbers',
      z.object({
        [keys.series]: text,
        [keys.first]: z.string().check(z.regex(/^\d+$/)),
        licenceIds: z.array(text).check(z.minLength(1)),
      }),
      item,
    ),
  updates: (item) => parseAt('an update', z.object({ [keys.planId]: text, [keys.update]: text }), item),
  runs: (item) => parseAt('a run', z.object({ [keys.planId]: text, [keys.run]: text }), item),
  'customer-history': (item) =>
    parseAt(
      "an entry of a customer's history",
      z.object({ [keys.customerId]: text, [keys.record]: text }),
      item,
    ),
  payments: paymentFrom,
};

const tableOf: Readonly<
  Record<
    Exclude<BackupTable, 'customers'>,
    { readonly variable: Parameters<typeof setting>[1]; readonly key: string }
  >
> = {
  numbers: { variable: environment.numbersTable, key: keys.series },
  updates: { variable: environment.updatesTable, key: keys.planId },
  runs: { variable: environment.runsTable, key: keys.planId },
  'customer-history': { variable: environment.customerHistoryTable, key: keys.customerId },
  payments: { variable: environment.paymentsTable, key: paymentKeys.paymentId },
};

const markSchema = z.object({ state: z.enum(['running', 'done']) });

/** Under which table `Runs` notes which backup is restored. */
const marks = '#restore';

/** Writes what a backup has into tables that have none of it. What is there already stays as it is, so that it can be repeated. */
export class RestoreStore {
  private readonly documents: Documents;
  private readonly settings: Settings;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.settings = settings;
  }

  /** Whether the restore of a backup runs or is done; undefined where it has not begun. */
  async stateOf(backup: string): Promise<'running' | 'done' | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.runs, Key: markOf(backup), ConsistentRead: true }),
    );
    return Item && parseAt('the mark of a restore', markSchema, Item).state;
  }

  /** Notes that the restore of a backup has begun; false where another has noted it. */
  begin(backup: string): Promise<boolean> {
    return this.putNew(this.runs, { ...markOf(backup), state: 'running' }, keys.run);
  }

  /** Notes that the restore that has begun is done. */
  async end(backup: string): Promise<void> {
    const put = new PutCommand({
      TableName: this.runs,
      Item: { ...markOf(backup), state: 'done' },
      ConditionExpression: 'attribute_exists(#run)',
      ExpressionAttributeNames: { '#run': keys.run },
    });
    await applies(this.documents.send(put));
  }

  /** Writes an item as it is. Throws `NotValid` where it cannot be one of the table's. */
  async putItem(table: BackupTable, item: Item): Promise<void> {
    if (table === 'customers') return this.putCustomer(item);
    checks[table](item);
    const { variable, key } = tableOf[table];
    await this.putNew(setting(this.settings, variable), item, key);
  }

  /**
   * Writes a licence: its events and mails first, its state last. One whose state is there stays as it is, and so does one that is
   * registered meanwhile: then it throws `ConcurrentChange`. Its events say that they are restored, so that they are not published
   * again.
   */
  async putLicence(stored: Stored, recorded: readonly Item[]): Promise<void> {
    const { licenceId } = stored.licence.facts;
    const table = setting(this.settings, environment.licencesTable);
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: table,
        Key: licenceKey(licenceId),
        ProjectionExpression: keys.licenceId,
        ConsistentRead: true,
      }),
    );
    if (Item !== undefined) return;
    const isEvent = (item: Item) => String(item['record']).startsWith(records.events);
    for (const item of recorded.filter(isEvent))
      if (!(await this.putEvent(table, item)))
        throw new ConcurrentChange(`licence ${licenceId} was registered while it was restored`);
    for (const item of recorded.filter((each) => !isEvent(each)))
      await this.putNew(table, item, keys.licenceId);
    await this.putNew(table, itemOf(stored, shardsIn(this.settings)), keys.licenceId);
  }

  /** Writes a customer and the words that it is found by, all or nothing. */
  private async putCustomer(item: Item): Promise<void> {
    const customer = parseAt('a customer', storedCustomerSchema, item);
    const { customerId } = customer;
    const TableName = setting(this.settings, environment.customersTable);
    const Put = { TableName, Item: item, ConditionExpression: 'attribute_not_exists(customerId)' };
    // One whose data were erased is found by nothing.
    const found = customer.erasedOn === undefined ? customer : undefined;
    const words = new SearchIndex(this.documents, this.settings).changes(undefined, found);
    await retryOnConflict(async () => {
      const { Item } = await this.documents.send(
        new GetCommand({ TableName, Key: { customerId }, ConsistentRead: true }),
      );
      if (Item !== undefined) return;
      await this.documents
        .send(new TransactWriteCommand({ TransactItems: [{ Put }, ...words] }))
        .catch((error: unknown) => {
          throw orLostRace(error, `customer ${customerId}`);
        });
    });
  }

  /** Writes an event unless one is there that was not restored; says whether it did. */
  private putEvent(table: string, item: Item): Promise<boolean> {
    const put = new PutCommand({
      TableName: table,
      Item: { ...item, [keys.restored]: true },
      ConditionExpression: 'attribute_not_exists(#key) OR attribute_exists(#restored)',
      ExpressionAttributeNames: { '#key': keys.licenceId, '#restored': keys.restored },
    });
    return applies(this.documents.send(put));
  }

  /** Writes an item unless there is one; says whether it did. */
  private putNew(table: string, item: Item, key: string): Promise<boolean> {
    const put = new PutCommand({
      TableName: table,
      Item: item,
      ConditionExpression: 'attribute_not_exists(#key)',
      ExpressionAttributeNames: { '#key': key },
    });
    return applies(this.documents.send(put));
  }

  private get runs(): string {
    return setting(this.settings, environment.runsTable);
  }
}

function markOf(backup: string) {
  return { [keys.planId]: marks, [keys.run]: backup };
}
