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
const bounds = new WeakMap<Item, number>();

/** Whether an item, or several together, may be larger than so many bytes: few are, so that few are measured. */
export function mayExceed(item: Item, bytes: number): boolean {
  return boundOf(item) > bytes;
}

/** At least as much as the size of an item: a character takes three bytes at the most. */
export function boundOf(item: Item): number {
  const known = bounds.get(item);
  if (known !== undefined) return known;
  const bound = boundOfValue(item);
  bounds.set(item, bound);
  return bound;
}

function boundOfValue(value: unknown): number {
  if (typeof value === 'string') return 3 * value.length;
  if (typeof value !== 'object' || value === null) return 21;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let sum = 3;
  if (Array.isArray(value)) for (const each of value) sum += 1 + boundOfValue(each);
  else for (const name in value) sum += 1 + 3 * name.length + boundOfValue((value as Item)[name]);
  return sum;
}

/** The size of an item. What is stored is never changed, so that it is measured once. */
export function bytesOf(item: Item): number {
  const known = sizes.get(item);
  if (known !== undefined) return known;
  const size = membersOf(item);
  sizes.set(item, size);
  return size;
}

function membersOf(members: object): number {
  return Object.entries(members).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOf(value),
    0,
  );
}

/** Three bytes for a list or a map and one for each of its members; a number takes what its digits do. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + 1 + sizeOf(each), 3);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'object' && value !== null) {
    return 3 + Object.keys(value).length + membersOf(value);
  }
  return 1;
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
    if (3 * value.length > longest && Buffer.byteLength(value) > longest)
      throw validation(`Size of the key ${name} exceeds ${longest} bytes`);
  }
  for (const index of table.indexes.values()) {
    for (const [name, longest] of [
      [index.partition, 2048],
      [index.sort, 1024],
    ] as const) {
      const value = name === undefined ? undefined : item[name];
      if (value === '') throw validation(`The key of index ${index.name} is an empty string`);
      if (typeof value !== 'string' || 3 * value.length <= longest) continue;
      if (Buffer.byteLength(value) > longest) {
        throw validation(`The key of index ${index.name} exceeds ${longest} bytes`);
      }
    }
  }
}

export function validation(message: string): Error {
  return Object.assign(new Error(message), {
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
  });
}
