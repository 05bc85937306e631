import * as z from 'zod/mini';
import { NotValid, parseAt } from './parse.ts';

/** An item that is not as it must be: its id, and what is wrong with it, without its values. */
export interface Unreadable {
  readonly id: string;
  readonly problem: string;
}

/** Items that were read, and those that could not be. */
export interface ReadItems<Value> {
  readonly values: readonly Value[];
  readonly unreadable: readonly Unreadable[];
}

const itemSchema = z.looseObject({});
const idSchema = z.string();

/** Reads each item by itself, so that one that is not valid leaves the others alone. `key` is the attribute of its id. */
export function readEach<Value>(
  items: readonly unknown[],
  key: string,
  read: (id: string, item: unknown) => Value,
): ReadItems<Value> {
  const values: Value[] = [];
  const unreadable: Unreadable[] = [];
  for (const item of items) {
    const id = parseAt(`${key} of an item`, idSchema, parseAt(`an item with ${key}`, itemSchema, item)[key]);
    try {
      values.push(read(id, item));
    } catch (error) {
      if (!(error instanceof NotValid)) throw error;
      unreadable.push({ id, problem: error.message });
    }
  }
  return { values, unreadable };
}

/** Both together. */
export function withItems<Value>(some: ReadItems<Value>, more: ReadItems<Value>): ReadItems<Value> {
  return {
    values: [...some.values, ...more.values],
    unreadable: [...some.unreadable, ...more.unreadable],
  };
}
