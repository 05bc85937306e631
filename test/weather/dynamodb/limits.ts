import type { Item } from './evaluate.ts';
import type { ModelTable } from './table.ts';

export const most = {
  transactionBytes: 4 * 1024 * 1024,
  itemBytes: 400 * 1024,
  transactionItems: 100,
  queryBytes: 1024 * 1024,
  batchGetBytes: 16 * 1024 * 1024,
  batchGetKeys: 100,
} as const;

const sizes = new WeakMap<Item, number>();

/** The size of an item. What is stored is never changed, so that it is measured once. */
export function bytesOf(item: Item): number {
  const known = sizes.get(item);
  if (known !== undefined) return known;
  let size = 0;
  for (const [name, value] of Object.entries(item)) {
    size += name.length;
    size += ArrayBuffer.isView(value) ? value.byteLength : Buffer.byteLength(JSON.stringify(value) ?? '');
  }
  sizes.set(item, size);
  return size;
}

/** Throws where the keys of an item are missing, empty or too long, in the table or in an index. */
export function checkKey(table: ModelTable, item: Item): void {
  const { partition, sort } = table.keys;
  for (const [name, longest] of [
    [partition, 2048],
    [sort, 1024],
  ] as const) {
    if (name === undefined) continue;
    const value = item[name];
    if (typeof value !== 'string' || value === '') throw validation(`Missing the key ${name} in the item`);
    if (Buffer.byteLength(value) > longest)
      throw validation(`Size of the key ${name} exceeds ${longest} bytes`);
  }
  for (const index of table.indexes.values()) {
    const value = item[index.partition];
    if (value === '' || (index.sort !== undefined && item[index.sort] === '')) {
      throw validation(`The key of index ${index.name} is an empty string`);
    }
  }
}

export function validation(message: string): Error {
  return Object.assign(new Error(message), {
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
  });
}
