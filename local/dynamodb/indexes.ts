import db, { type Change, type Index, type Item, type Table } from 'dynalite/db/index.js';
import { indexPrefix } from './keys.ts';

/**
 * What a change of an item changes in the indexes of its table. dynalite would end the key of an entry in a hash of 24
 * bits of the item's key, so that two items with the same index key can take each other's place. Here it ends in the
 * whole key of the item.
 * @param before the item as it is, undefined where there is none
 * @param after the item as it will be, undefined where it is deleted
 */
export function indexChanges(table: Table, before: Item | undefined, after: Item | undefined): Change[] {
  return indexesOf(table).flatMap(({ kind, index }) => {
    const prefix = indexPrefix(kind, table.TableName, index.IndexName);
    const old = before && isIn(index, before) ? prefix + entryKey(before, table, index) : undefined;
    const put = after && isIn(index, after) ? prefix + entryKey(after, table, index) : undefined;
    return [
      ...(old === undefined || old === put ? [] : [{ type: 'del' as const, key: old }]),
      ...(after === undefined || put === undefined
        ? []
        : [{ type: 'put' as const, key: put, value: projected(after, table, index) }]),
    ];
  });
}

/** The key of an item's entry in an index: sorted as the index is, and of no other item. */
export function entryKey(item: Item, table: Table, { KeySchema }: Index): string {
  return db.createKey(item, table, KeySchema) + db.createKey(item, table);
}

/** The index of this name; undefined where the table has none. */
export function indexNamed(table: Table, name: unknown): Index | undefined {
  return indexesOf(table).find(({ index }) => index.IndexName === name)?.index;
}

function indexesOf(table: Table): readonly { readonly kind: string; readonly index: Index }[] {
  const { LocalSecondaryIndexes: local = [], GlobalSecondaryIndexes: global = [] } = table;
  return [
    ...local.map((index) => ({ kind: 'Local', index })),
    ...global.map((index) => ({ kind: 'Global', index })),
  ];
}

function isIn({ KeySchema }: Index, item: Item): boolean {
  return KeySchema.every(({ AttributeName }) => item[AttributeName] !== undefined);
}

function projected(item: Item, table: Table, { KeySchema, Projection }: Index): Item {
  if (Projection.ProjectionType === 'ALL') return item;
  const keys = [...KeySchema, ...table.KeySchema].map(({ AttributeName }) => AttributeName);
  const kept = new Set([...keys, ...(Projection.NonKeyAttributes ?? [])]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
}
