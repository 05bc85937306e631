import type { Change, Item, Records, Store } from 'dynalite/db/index.js';
import * as z from 'zod';
import { indexChanges } from './indexes.ts';
import type { Streams } from './streams.ts';
import { itemPrefix } from './keys.ts';
import { readTable } from './store.ts';

/** A store that keeps what is written to it aside until it is committed as a whole. */
export interface Staging {
  /** Reads what was written here before, and below it the real store. */
  readonly store: Store;
  /** Writes everything to the real store in one batch, with what follows for the indexes, and tells the streams. */
  commit(): Promise<void>;
}

const item = z.custom<Item>((value) => typeof value === 'object' && value !== null).optional();

/**
 * Puts a staging area in front of dynalite's store, so that its own actions can be run for a
 * transaction and either all of their changes become visible at once, or none.
 * The caller sees to it that nobody else writes in between.
 */
export function stage(real: Store, streams: Streams): Staging {
  const changes = new Map<string, Change & { readonly table: string }>();

  const items = (table: string): Records => {
    const prefix = itemPrefix(table);
    return {
      ...real.getItemDb(table),
      get(key, callback) {
        const change = changes.get(prefix + key);
        callback(null, change === undefined ? real.db.getSync(prefix + key) : change.value);
      },
      put(key, value, callback) {
        changes.set(prefix + key, { type: 'put', key: prefix + key, value, table });
        callback(null);
      },
      del(key, callback) {
        changes.set(prefix + key, { type: 'del', key: prefix + key, table });
        callback(null);
      },
      lock(_key, work) {
        work((callback) => callback);
      },
    };
  };

  return {
    store: {
      ...real,
      getItemDb: items,
      getIndexDb: (kind, table, index) => ({
        ...real.getIndexDb(kind, table, index),
        // The entries of indexes are made from the items themselves, at the end.
        put: (_key, _value, callback) => {
          callback(null);
        },
        del: (_key, callback) => {
          callback(null);
        },
      }),
    },
    commit: async () => {
      const written = [...changes.values()].map(({ type, key, value }) => ({ type, key, value }));
      const indexed = [...changes.values()].flatMap(({ key, value, table }) =>
        indexChanges(readTable(real, table), item.parse(real.db.getSync(key)), item.parse(value)),
      );
      const tell = streams.prepare(real, written);
      await real.db.batch([...written, ...indexed]);
      tell();
    },
  };
}
