import { isDeepStrictEqual } from 'node:util';
import type { Table } from 'dynalite/db/index.js';
import * as z from 'zod';
import { type Item, sizeOf } from './item-size.ts';

/** An item before and after a write; undefined where there is none. */
export interface ItemChange {
  readonly table: Table;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** A transaction prepares each of its writes and then commits it. */
const phases = 2;

const capacity = z.looseObject({ CapacityUnits: z.number() });
const measured = z.looseObject({ ConsumedCapacity: z.union([capacity, z.array(capacity)]) });

type Index = NonNullable<Table['GlobalSecondaryIndexes']>[number];

/** The write units of one write: of the larger of the two items, and of each index that it changes. */
export function writeUnits(change: ItemChange): number {
  return tableUnits(change) + indexUnits(change);
}

/** The same in a transaction, which counts twice. The indexes follow after it, and count once. */
export function transactedUnits(change: ItemChange): number {
  return phases * tableUnits(change) + indexUnits(change);
}

/** What a transaction costs that is cancelled: the items were read and prepared, and none was written. */
export function cancelledUnits(items: readonly (Item | undefined)[]): number {
  return items.reduce((sum: number, item) => sum + phases * kilobytes(item), 0);
}

/** What a write costs whose condition failed, by the item that stands there. */
export function refusedUnits(item: Item | undefined): number {
  return kilobytes(item);
}

/** The read units of one item in a transaction. @param bytes its size, 0 where there is none */
export function transactedReadUnits(bytes: number): number {
  return phases * Math.max(1, Math.ceil(bytes / 4096));
}

/**
 * The read units that dynalite has found a read to take. Half a unit is the least, or one where the read is
 * consistent, also of a query that finds nothing.
 */
export function readUnitsIn(response: object, isConsistent: boolean): number {
  const { ConsumedCapacity: consumed } = measured.parse(response);
  const units = [consumed].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  return Math.max(units, isConsistent ? 1 : 0.5);
}

function tableUnits({ before, after }: ItemChange): number {
  return Math.max(kilobytes(before), kilobytes(after));
}

function indexUnits({ table, before, after }: ItemChange): number {
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  return indexes.reduce((sum, index) => {
    const old = entryOf(table, index, before);
    const entry = entryOf(table, index, after);
    if (isDeepStrictEqual(old, entry)) return sum;
    if (old === undefined || entry === undefined) return sum + kilobytes(old ?? entry);
    const isMoved = keysOf(index).some((name) => !isDeepStrictEqual(old[name], entry[name]));
    return sum + (isMoved ? kilobytes(old) + kilobytes(entry) : Math.max(kilobytes(old), kilobytes(entry)));
  }, 0);
}

/** What an index holds of an item; undefined where it lacks a key of the index. */
function entryOf(table: Table, index: Index, item: Item | undefined): Item | undefined {
  if (item === undefined || keysOf(index).some((name) => item[name] === undefined)) return undefined;
  const { ProjectionType: type, NonKeyAttributes: others = [] } = index.Projection;
  if (type === 'ALL') return item;
  const names = new Set([...keysOf(table), ...keysOf(index), ...others]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}

function keysOf({ KeySchema }: Pick<Table, 'KeySchema'>): string[] {
  return KeySchema.map(({ AttributeName }) => AttributeName);
}

/** Begun kilobytes, at least one. */
function kilobytes(item: Item | undefined): number {
  return Math.max(1, Math.ceil(sizeOf(item) / 1024));
}
