import { textOf } from '../states/text.ts';
import type { Item } from './evaluate.ts';

/** The keys of a table or index, and what an index copies. */
export interface KeySchema {
  readonly partition: string;
  readonly sort?: string | undefined;
}

export interface IndexSchema extends KeySchema {
  readonly name: string;
  /** Attributes that it holds; undefined for all. */
  readonly attributes?: readonly string[] | undefined;
}

interface Written {
  readonly at: number;
  readonly before: Item | undefined;
}

/**
 * A table in memory. It keeps what each item was before its last write for as long as an index or an eventually
 * consistent read may still show it.
 */
export class ModelTable {
  readonly keys: KeySchema;
  readonly indexes: ReadonlyMap<string, IndexSchema>;
  readonly #items = new Map<string, Map<string, Item>>();
  /** The items of a partition in their order, as long as nothing is written to it. */
  readonly #sorted = new Map<string, readonly Item[]>();
  readonly #written = new Map<string, Written>();
  /** Partition of an index → the keys of the items that are in it now. */
  readonly #indexed = new Map<string, Map<string, Map<string, readonly [string, string]>>>();

  constructor(keys: KeySchema, indexes: readonly IndexSchema[]) {
    this.keys = keys;
    this.indexes = new Map(indexes.map((index) => [index.name, index]));
    for (const { name } of indexes) this.#indexed.set(name, new Map());
  }

  keyOf(item: Item): readonly [string, string] {
    const { partition, sort } = this.keys;
    return [String(item[partition]), sort === undefined ? '' : String(item[sort])];
  }

  get([partition, sort]: readonly [string, string]): Item | undefined {
    return this.#items.get(partition)?.get(sort);
  }

  /** The item as a read may show it that started less than `lag` milliseconds after the last write. */
  before(key: readonly [string, string], since: number): Item | undefined {
    const written = this.#written.get(key.join('\u0000'));
    return written !== undefined && written.at >= since ? written.before : this.get(key);
  }

  put(item: Item, now: number): void {
    const key = this.keyOf(item);
    this.#note(key, now);
    const [partition, sort] = key;
    const before = this.get(key);
    if (before !== undefined) this.#unindex(key, before);
    const items = this.#items.get(partition) ?? new Map<string, Item>();
    items.set(sort, item);
    this.#items.set(partition, items);
    this.#sort(partition, sort, before, item);
    this.#index(key, item);
  }

  remove(key: readonly [string, string], now: number): void {
    const before = this.get(key);
    if (before === undefined) return;
    this.#note(key, now);
    this.#unindex(key, before);
    this.#items.get(key[0])?.delete(key[1]);
    this.#sorted.delete(key[0]);
  }

  /** Keeps a partition's items in order: what comes anew mostly comes last or nearly so. */
  #sort(partition: string, sort: string, before: Item | undefined, item: Item): void {
    const sorted = this.#sorted.get(partition);
    if (sorted === undefined) return;
    const { sort: attribute = '' } = this.keys;
    let index = sorted.length;
    while (index > 0 && String(sorted[index - 1]?.[attribute]) > sort) index -= 1;
    this.#sorted.set(
      partition,
      before === undefined ? sorted.toSpliced(index, 0, item) : sorted.with(index - 1, item),
    );
  }

  /** The items of a partition in order of their sort keys. */
  partition(value: string): readonly Item[] {
    const sorted = this.#sorted.get(value);
    if (sorted !== undefined) return sorted;
    const items = [...(this.#items.get(value) ?? [])]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, item]) => item);
    this.#sorted.set(value, items);
    return items;
  }

  /** The items of an index's partition in its order, as they are now. */
  indexPartition(name: string, value: string): readonly Item[] {
    const keys = [...(this.#indexed.get(name)?.get(value)?.values() ?? [])];
    const items = keys.map((key) => this.get(key)).filter((item) => item !== undefined);
    const sort = this.indexes.get(name)?.sort;
    const place = (item: Item) =>
      [sort === undefined ? '' : String(item[sort]), ...this.keyOf(item)].join('\u0000');
    return items.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  }

  /** The items that an index has, in no order. */
  *itemsIn(name: string): Generator<Item> {
    for (const keys of this.#indexed.get(name)?.values() ?? []) {
      for (const key of keys.values()) {
        const item = this.get(key);
        if (item !== undefined) yield item;
      }
    }
  }

  /** Every item of the table. */
  *all(): Generator<Item> {
    for (const items of this.#items.values()) yield* items.values();
  }

  #note(key: readonly [string, string], at: number): void {
    this.#written.set(key.join('\u0000'), { at, before: this.get(key) });
    if (this.#written.size > 20_000) this.#written.clear();
  }

  #index(key: readonly [string, string], item: Item): void {
    for (const { name, partition, sort } of this.indexes.values()) {
      const value = item[partition];
      if (value === undefined || (sort !== undefined && item[sort] === undefined)) continue;
      const partitions = this.#indexed.get(name);
      const inside = partitions?.get(textOf(value)) ?? new Map<string, readonly [string, string]>();
      inside.set(key.join('\u0000'), key);
      partitions?.set(textOf(value), inside);
    }
  }

  #unindex(key: readonly [string, string], item: Item): void {
    for (const { name, partition } of this.indexes.values()) {
      this.#indexed.get(name)?.get(String(item[partition]))?.delete(key.join('\u0000'));
    }
  }
}
