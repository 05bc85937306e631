import { Stream } from 'node:stream';
import db, { type Item, type Range, type Request, type Store } from 'dynalite/db/index.js';
import * as z from 'zod';
import { entryKey, indexNamed } from './indexes.ts';
import { indexPrefix, itemPrefix } from './keys.ts';
import { readTable } from './store.ts';

/** Entries that are read at once. */
const CHUNK = 256;

/** Sorts behind every key with the same beginning. */
const END = '\u{ff}';

const paged = z.looseObject({
  TableName: z.string(),
  IndexName: z.string(),
  ExclusiveStartKey: z.custom<Item>((value) => typeof value === 'object' && value !== null),
});

/**
 * The store as a query or a scan reads it: in chunks instead of entry by entry, and in an index from where its page
 * before has ended, by the key that the index has here.
 */
export function readingFor(store: Store, request: Request): Store {
  return {
    ...store,
    getItemDb: (table) => ({
      ...store.getItemDb(table),
      createValueStream: (range) => values(store, itemPrefix(table), range),
    }),
    getIndexDb: (kind, table, index) => ({
      ...store.getIndexDb(kind, table, index),
      createValueStream: (range) =>
        values(store, indexPrefix(kind, table, index), inOurKeys(range, store, request)),
    }),
  };
}

/** Puts the key of the last entry of the page before, which dynalite has made, into the form that the index has here. */
function inOurKeys(range: Range, store: Store, request: Request): Range {
  const page = paged.safeParse(request);
  if (!page.success) return range;
  const { TableName, IndexName, ExclusiveStartKey: last } = page.data;
  const table = readTable(store, TableName);
  const index = indexNamed(table, IndexName);
  if (index === undefined) return range;
  const theirs = db.createIndexKey(last, table, index.KeySchema);
  const ours = entryKey(last, table, index);
  return {
    ...range,
    ...(range.gt === theirs && { gt: ours }),
    ...(range.lt === theirs && { lt: ours }),
  };
}

/** Emits the values of a range of keys as `data`, and then `end`. */
function values({ db: level }: Store, prefix: string, { gt, gte, lt, lte, reverse, limit }: Range) {
  const stream = new Stream();
  const iterator = level.values({
    ...(gt === undefined ? { gte: prefix + (gte ?? '') } : { gt: prefix + gt }),
    ...(lte === undefined ? { lt: lt === undefined ? prefix + END : prefix + lt } : { lte: prefix + lte }),
    ...(reverse !== undefined && { reverse }),
    ...(limit !== undefined && { limit }),
  });
  let isStopped = false;
  const read = async (): Promise<void> => {
    for (;;) {
      const chunk = isStopped ? [] : await iterator.nextv(CHUNK);
      for (const value of chunk) stream.emit('data', value);
      if (chunk.length === 0) break;
    }
    stream.emit('end');
    await iterator.close();
  };
  read().catch((error: unknown) => stream.emit('error', error));
  return Object.assign(stream, { destroy: () => void (isStopped = true) });
}
