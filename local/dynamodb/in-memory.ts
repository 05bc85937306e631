import { Stream } from 'node:stream';
import type { Change, Store } from 'dynalite/db/index.js';
import type { IndexLag } from './index-lag.ts';
import { type Range, SortedKeys } from './sorted-keys.ts';

/**
 * Has a store answer every read from memory, while LevelDB keeps what is written: reading through its thread pool and its
 * iterators takes most of the time of a request. What was written can be read as soon as LevelDB has it. Values are kept
 * as JSON, so that nobody changes what is stored.
 * @param keeps whether LevelDB keeps what is written; without, it is gone when the store is closed
 * @param lag has indexes lag behind in memory, where they may
 */
export async function readFromMemory({ db }: Store, keeps: boolean, lag?: IndexLag): Promise<void> {
  const keys = new SortedKeys();
  const values = new Map<string, string>();
  const apply = ({ type, key, value }: Change) => {
    if (type === 'del') {
      keys.delete(key);
      values.delete(key);
      return;
    }
    if (!values.has(key)) keys.add(key);
    values.set(key, JSON.stringify(value));
  };
  for await (const [key, value] of db.iterator()) apply({ type: 'put', key, value });
  lag?.catchUpWith(apply);

  const valueOf = (key: string): unknown => {
    const text = values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const write = db.batch.bind(db);
  const batch = async (changes: readonly Change[]) => {
    if (keeps) await write(changes);
    for (const change of changes) if (lag?.takes(change) !== true) apply(change);
  };
  const calling = (written: Promise<void>, callback: (error: unknown) => void) => {
    written.then(() => {
      callback(null);
    }, callback);
  };
  Object.assign(db, {
    batch: (changes: readonly Change[], callback?: (error: unknown) => void) => {
      if (callback === undefined) return batch(changes);
      calling(batch(changes), callback);
      return undefined;
    },
    put: (key: string, value: unknown, callback: (error: unknown) => void) => {
      calling(batch([{ type: 'put', key, value }]), callback);
    },
    del: (key: string, callback: (error: unknown) => void) => {
      calling(batch([{ type: 'del', key }]), callback);
    },
    get: (key: string, callback: (error: unknown, value?: unknown) => void) => {
      callback(null, valueOf(key));
    },
    getSync: valueOf,
    createKeyStream: (range: Range = {}) => new Elements(keys.in(range), (key) => key),
    createValueStream: (range: Range = {}) => new Elements(keys.in(range), valueOf),
  });
}

/** As much of a stream as dynalite uses: it emits what there is and ends, unless whoever reads has enough. */
class Elements extends Stream {
  #isOver = false;

  constructor(keys: readonly string[], read: (key: string) => unknown) {
    super();
    // Whoever reads listens first.
    queueMicrotask(() => {
      for (const key of keys) {
        if (this.#isOver) return;
        this.emit('data', read(key));
      }
      this.emit('end');
    });
  }

  destroy(): void {
    this.#isOver = true;
  }
}
