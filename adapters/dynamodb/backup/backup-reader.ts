import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { backupItemSchema, type BackupRow, type BackupTable } from '../../../contracts/operator/backup.ts';
import { keys, listedIndex, paymentKeys } from '../../../contracts/deployment/tables.ts';
import { entries } from '../customers/customer-history-reader.ts';
import { CustomerList } from '../customers/customer-list.ts';
import { isKept, storedFrom } from '../licences/licence-item.ts';
import { stateItemIn } from '../licences/licence-reader.ts';
import { PlanIndex } from '../licences/plan-index.ts';
import { itemsAt } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { NotValid } from '../table/parse.ts';
import { allRecords, customerRecordsUnder, itemsOfPartition } from '../table/query.ts';

type Row<Kind extends BackupRow['row']> = Extract<BackupRow, { readonly row: Kind }>;

/** Everything that a deployment has, as the lines of a backup. Nothing is scanned: each list is read by its index or key. */
export class BackupReader {
  private readonly documents: Documents;
  private readonly settings: Settings;
  private readonly plans: PlanIndex;
  private readonly customerList: CustomerList;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.settings = settings;
    this.plans = new PlanIndex(documents, settings);
    this.customerList = new CustomerList(documents, settings);
  }

  /** The ids of a plan's licences. */
  async *licenceIds(planId: string): AsyncGenerator<string, void> {
    for await (const { licenceId } of this.plans.licences(planId)) yield licenceId;
  }

  /** A licence with its events and mails, by one query; what the table forgets by itself is left out. */
  async licence(licenceId: string): Promise<Row<'licence'>> {
    const items = await allRecords(
      this.documents,
      setting(this.settings, environment.licencesTable),
      licenceId,
    );
    const found = stateItemIn(items);
    if (found === undefined) throw new NotValid(`licence ${licenceId} has no state`);
    const kept = items.map(jsonOf).filter((item) => isKept(textIn(item, keys.record)));
    return { row: 'licence', licenceId, state: jsonOf(storedFrom(licenceId, found)), records: kept };
  }

  /** All customers, each with its history. */
  async *customers(): AsyncGenerator<Row<'item'>, void> {
    const table = setting(this.settings, environment.customersTable);
    const historyTable = setting(this.settings, environment.customerHistoryTable);
    for await (const ids of this.customerList.idPages()) {
      for await (const items of itemsAt(
        this.documents,
        table,
        ids.map((customerId) => ({ customerId })),
        {
          ConsistentRead: true,
        },
      ))
        for (const item of items) yield rowOf('customers', item);
      for (const customerId of ids)
        for (const item of await customerRecordsUnder(this.documents, historyTable, customerId, entries))
          yield rowOf('customer-history', item);
    }
  }

  /** The entries of a series in the register of numbers. */
  async *numbers(series: string): AsyncGenerator<Row<'item'>, void> {
    const table = setting(this.settings, environment.numbersTable);
    for await (const item of itemsOfPartition(this.documents, table, [keys.series, series]))
      if (/^\d+$/.test(textIn(jsonOf(item), keys.first))) yield rowOf('numbers', item);
  }

  updates(planId: string): AsyncGenerator<Row<'item'>, void> {
    return this.partition('updates', environment.updatesTable, [keys.planId, planId]);
  }

  /** What table `Runs` has of a plan, or of all plans under another name. */
  runs(planId: string): AsyncGenerator<Row<'item'>, void> {
    return this.partition('runs', environment.runsTable, [keys.planId, planId]);
  }

  /** The payments of a list: those that wait, or a month's. */
  payments(list: string): AsyncGenerator<Row<'item'>, void> {
    return this.partition('payments', environment.paymentsTable, [paymentKeys.listed, list], listedIndex);
  }

  private async *partition(
    table: BackupTable,
    variable: Parameters<typeof setting>[1],
    key: readonly [string, string],
    index?: string,
  ): AsyncGenerator<Row<'item'>, void> {
    const name = setting(this.settings, variable);
    for await (const item of itemsOfPartition(this.documents, name, key, index)) yield rowOf(table, item);
  }
}

function rowOf(table: BackupTable, item: unknown): Row<'item'> {
  return { row: 'item', table, item: jsonOf(item) };
}

/** As JSON has it: without what is undefined. */
function jsonOf(value: unknown): Row<'item'>['item'] {
  return backupItemSchema.parse(JSON.parse(JSON.stringify(value)));
}

function textIn(item: Row<'item'>['item'], name: string): string {
  const value = item[name];
  return typeof value === 'string' ? value : '';
}
