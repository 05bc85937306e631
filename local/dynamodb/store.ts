import { mkdirSync } from 'node:fs';
import db, { type Store, type Table } from 'dynalite/db/index.js';
import * as z from 'zod';
import type { Account } from '../shared/account.ts';
import { ServiceError } from '../shared/service-error.ts';
import { isObject } from '../shared/json.ts';
import { readFromMemory } from './in-memory.ts';
import type { IndexLag } from './index-lag.ts';
import type { Item } from './item-size.ts';
import { itemPrefix, tableKey } from './keys.ts';

const table = z.custom<Table>(
  (value) => typeof value === 'object' && value !== null && 'TableStatus' in value,
);

/**
 * Opens dynalite's store in a folder, which is made if need be.
 * @param keeps whether what is written stays in the folder
 * @param lag has indexes lag behind, where they may
 * @throws when another process has the store open
 */
export async function openStore(
  folder: string,
  account: Account,
  keeps: boolean,
  lag?: IndexLag,
): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const store = db.create({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  store.tableDb.awsRegion = account.region;
  store.tableDb.awsAccountId = account.accountId;
  try {
    await store.db.open();
  } catch (error) {
    throw new Error(
      `cannot open the tables in ${folder}: if another process is using them, stop it or give another data folder`,
      { cause: error },
    );
  }
  await readFromMemory(store, keeps, lag);
  const known = new Map<string, Table>();
  forgetWhatChanges(store.tableDb, known);
  return {
    ...store,
    getTable: (name, ...others) => {
      const callback = others.at(-1);
      // An operation on items, which changes no table, gives its callback only.
      const found = others.length === 1 ? knownTable(store, name, known) : storedTable(store, name);
      if (found !== undefined && typeof callback === 'function') callback(null, found);
      // Not found: dynalite knows what to answer.
      else store.getTable(name, ...others);
    },
  };
}

/** Reading and parsing a table's description takes longer than most operations on its items: it is kept. */
function knownTable(store: Store, name: string, known: Map<string, Table>): Table | undefined {
  const found = known.get(name) ?? storedTable(store, name);
  if (found?.TableStatus === 'ACTIVE') known.set(name, found);
  return found;
}

function storedTable(store: Store, name: string): Table | undefined {
  return table.safeParse(store.db.getSync(tableKey(name))).data;
}

/** Has what is known of tables forgotten as soon as one is written. */
function forgetWhatChanges(records: Store['tableDb'], known: Map<string, Table>): void {
  const { put, del } = records;
  const forgetting =
    <Result>(callback: (error: unknown, result?: Result) => void) =>
    (error: unknown, result?: Result) => {
      known.clear();
      callback(error, result);
    };
  records.put = (key, value, callback) => {
    put(key, value, forgetting(callback));
  };
  records.del = (key, callback) => {
    del(key, forgetting(callback));
  };
}

/** The description of a table. Throws ResourceNotFoundException when there is none. */
export function readTable(store: Store, name: string): Table {
  const found = table.safeParse(store.db.getSync(tableKey(name)));
  if (!found.success) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
  return found.data;
}

/** The item under a key of a table, undefined when there is none. */
export function readItem(store: Store, { TableName }: Table, key: string): Item | undefined {
  return asItem(store.db.getSync(itemPrefix(TableName) + key));
}

/** A value of the store as an item. */
export function asItem(value: unknown): Item | undefined {
  return isObject(value) ? value : undefined;
}
