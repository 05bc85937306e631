import db, { type Request, type Store } from 'dynalite/db/index.js';
import type { Account } from '../shared/account.ts';
import { isObject } from '../shared/json.ts';
import { Mutex } from '../shared/mutex.ts';
import { Clock } from '../shared/clock.ts';
import { Meter } from '../meter/meter.ts';
import { ServiceError } from '../shared/service-error.ts';
import { readUnitsIn, refusedUnits, writeUnits } from './capacity.ts';
import { dynaliteError } from './errors.ts';
import { isOperation, perform, validate, type Operation } from './operations.ts';
import { stage } from './staging.ts';
import { Streams } from './streams.ts';
import type { Item } from './item-size.ts';
import type { IndexLag } from './index-lag.ts';
import { refuseEmptyKeys, refuseItem } from './item-limits.ts';
import { openStore, readItem, readTable } from './store.ts';
import { Transactions } from './transactions.ts';

/** Operations that change items: one at a time, each in one batch. */
const itemWrites: ReadonlySet<string> = new Set<Operation>([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
]);

/** Operations that read items. */
const itemReads: ReadonlySet<string> = new Set<Operation>(['GetItem', 'BatchGetItem', 'Query', 'Scan']);

/**
 * DynamoDB: dynalite's operations on a LevelDB store in a folder, and in front of them what
 * dynalite lacks, transactions and ReturnValuesOnConditionCheckFailure. All writes of items go
 * through one lock, and each reaches the store as one batch, so that no reader sees half of one.
 */
export class Database {
  readonly #store: Store;
  readonly #meter: Meter;
  /** Those of all tables. */
  readonly streams = new Streams();
  readonly #transactions: Transactions;
  readonly #lock = new Mutex();
  readonly #lag: IndexLag | undefined;

  private constructor(store: Store, meter: Meter, lag: IndexLag | undefined) {
    this.#store = store;
    this.#lag = lag;
    this.#meter = meter;
    this.#transactions = new Transactions(store, this.streams, meter);
  }

  /**
   * Opens the store in a folder, which is made if need be. Throws when another process has it open.
   * @param keeps whether what is written stays in the folder; otherwise it is gone when the store is closed
   * @param lag has indexes lag behind, where they may
   */
  static async open(
    folder: string,
    account: Account,
    meter = new Meter(new Clock()),
    keeps = true,
    lag?: IndexLag,
  ): Promise<Database> {
    return new Database(await openStore(folder, account, keeps, lag), meter, lag);
  }

  /**
   * Answers a request.
   * @param name of the operation, for example `PutItem`
   * @throws ServiceError what DynamoDB would answer instead
   */
  async answer(name: string, request: Request): Promise<object> {
    try {
      if (name === 'TransactWriteItems') return await this.#lock.run(() => this.#transactions.write(request));
      if (name === 'TransactGetItems') return await this.#lock.run(() => this.#transactions.get(request));
      if (!isOperation(name)) {
        throw new ServiceError(
          'UnknownOperationException',
          `the embedded cloud does not do ${name} of DynamoDB`,
        );
      }
      if (itemWrites.has(name)) return await this.#lock.run(() => this.#write(name, request));
      return await this.#read(name, request);
    } catch (error) {
      throw dynaliteError(error);
    }
  }

  /** Closes the store when all writes have ended. */
  async close(): Promise<void> {
    await this.#lock.run(
      () =>
        new Promise<void>((resolve, reject) => {
          this.#store.db.close((error) => {
            if (error instanceof Error) reject(error);
            else resolve();
          });
        }),
    );
  }

  async #write(name: Operation, request: Request): Promise<object> {
    const { ReturnValuesOnConditionCheckFailure: returned } = request;
    const checked = validate(this.#store, name, request);
    const staging = stage(this.#store, this.streams);
    try {
      const response = await perform(staging.store, name, checked);
      const changes = staging.changes();
      for (const { table, after } of changes) {
        if (after !== undefined) refuseItem(table, after, name === 'UpdateItem');
      }
      const write = changes.reduce((sum, change) => sum + writeUnits(change), 0);
      this.#meter.countDatabase(name, { write });
      await staging.commit();
      return response;
    } catch (error) {
      const failure = dynaliteError(error);
      if (failure.code !== 'ConditionalCheckFailedException') throw failure;
      const item = this.#item(checked);
      this.#meter.countDatabase(name, { write: refusedUnits(item) });
      throw returned === 'ALL_OLD'
        ? new ServiceError(failure.code, failure.message, { Item: item })
        : failure;
    }
  }

  async #read(name: Operation, request: Request): Promise<object> {
    const checked = validate(this.#store, name, request);
    refuseEmptyKeys(checked['KeyConditions']);
    if (!itemReads.has(name)) return await perform(this.#store, name, checked);
    if (checked['IndexName'] !== undefined) this.#lag?.catchUp();
    // What dynalite says of the capacity is for the meter, where nobody asked for it.
    const isAsked = checked['ReturnConsumedCapacity'] !== undefined;
    const measured = isAsked ? checked : { ...checked, ReturnConsumedCapacity: 'TOTAL' };
    const response = await perform(this.#store, name, measured);
    this.#meter.countDatabase(name, { read: readUnitsIn(response, checked['ConsistentRead'] === true) });
    if (!isAsked) Reflect.deleteProperty(response, 'ConsumedCapacity');
    return response;
  }

  #item(request: Request): Item | undefined {
    const { TableName: name, Key: key, Item: item } = request;
    const table = readTable(this.#store, String(name));
    const named = key ?? item;
    return isObject(named) ? readItem(this.#store, table, db.createKey(named, table)) : undefined;
  }
}
