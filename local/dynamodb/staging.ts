import type { Change, Records, Store, Table } from 'dynalite/db/index.js';
import type { Streams } from './streams.ts';
import type { ItemChange } from './capacity.ts';
import type { Item } from './item-size.ts';
import { indexPrefix, itemPrefix, tableIn } from './keys.ts';
import { asItem, readTable } from './store.ts';

/** A store that keeps what is written to it aside until it is committed as a whole. */
export interface Staging {
  /** Reads what was written here before, and below it the real store. */
  readonly store: Store;
  /** The item under a key of a table, as it will be. */
  item(table: Table, key: string): Item | undefined;
  /** The items that were changed so far, as they are and as they will be. */
  changes(): ItemChange[];
  /** Writes everything to the real store in one batch, and notifies the streams. */
  commit(): Promise<void>;
}

/**
 * Puts a staging area in front of dynalite's store, so that its own actions can be run for a
 * transaction and either all of their changes become visible at once, or none.
 * The caller sees to it that nobody else writes in between.
 */
export function stage(real: Store, streams: Streams): Staging {
  const changes = new Map<string, Change>();

  const records = (prefix: string): Records => ({
    get(key, callback) {
      const change = changes.get(prefix + key);
      callback(null, change === undefined ? real.db.getSync(prefix + key) : change.value);
    },
    put(key, value, callback) {
      changes.set(prefix + key, { type: 'put', key: prefix + key, value });
      callback(null);
    },
    del(key, callback) {
      changes.set(prefix + key, { type: 'del', key: prefix + key });
      callback(null);
    },
    lock(_key, work) {
      work((callback) => callback);
    },
  });

  return {
    store: {
      ...real,
      getItemDb: (table) => records(itemPrefix(table)),
      getIndexDb: (kind, table, index) => records(indexPrefix(kind, table, index)),
    },
    item: ({ TableName }, key) => asItem(changes.get(itemPrefix(TableName) + key)?.value),
    changes: () =>
      [...changes.values()].flatMap(({ key, value }) => {
        const name = tableIn(key);
        if (name === undefined) return [];
        const before = asItem(real.db.getSync(key));
        return [{ table: readTable(real, name), before, after: asItem(value) }];
      }),
    commit: async () => {
      const written = [...changes.values()];
      const notify = streams.prepare(real, written);
      await real.db.batch(written);
      notify();
    },
  };
}
