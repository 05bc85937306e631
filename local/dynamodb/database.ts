import db, { type Request, type Store } from 'dynalite/db/index.js';
import type { Account } from '../shared/account.ts';
import { isObject } from '../shared/json.ts';
import { Mutex } from '../shared/mutex.ts';
import { ServiceError } from '../shared/service-error.ts';
import { dynaliteError } from './errors.ts';
import { isOperation, perform, validate, type Operation } from './operations.ts';
import { stage } from './staging.ts';
import { Streams } from './streams.ts';
import { openStore, readItem, readTable } from './store.ts';
import { Transactions } from './transactions.ts';

/** Operations that change items: one at a time, each in one batch. */
const itemWrites: ReadonlySet<string> = new Set<Operation>([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
]);

/**
 * DynamoDB: dynalite's operations on a LevelDB store in a folder, and in front of them what
 * dynalite lacks, transactions and ReturnValuesOnConditionCheckFailure. All writes of items go
 * through one lock, and each reaches the store as one batch, so that no reader sees half of one.
 */
export class Database {
  readonly #store: Store;
  /** Those of all tables. */
  readonly streams = new Streams();
  readonly #transactions: Transactions;
  readonly #lock = new Mutex();

  private constructor(store: Store) {
    this.#store = store;
    this.#transactions = new Transactions(store, this.streams);
  }

  /** Opens the store in a folder, which is made if need be. Throws when another process has it open. */
  static async open(folder: string, account: Account): Promise<Database> {
    return new Database(await openStore(folder, account));
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
      return await perform(this.#store, name, validate(this.#store, name, request));
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
      await staging.commit();
      return response;
    } catch (error) {
      const failure = dynaliteError(error);
      if (failure.code !== 'ConditionalCheckFailedException' || returned !== 'ALL_OLD') throw failure;
      throw new ServiceError(failure.code, failure.message, { Item: this.#item(checked) });
    }
  }

  #item(request: Request): unknown {
    const { TableName: name, Key: key, Item: item } = request;
    const table = readTable(this.#store, String(name));
    const named = key ?? item;
    return isObject(named) ? readItem(this.#store, table, db.createKey(named, table)) : undefined;
  }
}
