import { holds, type Item } from './evaluate.ts';
import type { Condition, Operand } from './expression.ts';
import { boundOf, bytesOf, most, validation } from './limits.ts';
import { conditionIn, type Input, type Moment, projected, valuesIn } from './request.ts';
import type { KeySchema, ModelTable } from './table.ts';

/** Answers a query of a table or of an index, a page at a time. */
export function query(table: ModelTable, input: Input, { now, lag }: Moment): object {
  const condition = conditionIn(input, 'KeyConditionExpression');
  const values = valuesIn(input);
  const name = input['IndexName'] as string | undefined;
  const keys = name === undefined ? table.keys : table.indexes.get(name);
  if (keys === undefined) throw validation(`The table does not have the specified index: ${String(name)}`);
  const partition = partitionIn(condition, keys.partition, input);
  const items =
    name === undefined
      ? table.partition(partition)
      : lagging(table, name, partition, now, lag).map((item) => copied(table, name, item));
  const rest = restOf(condition, keys.partition);
  const matching =
    rest.length === 0 ? items : items.filter((item) => rest.every((part) => holds(part, item, values)));
  const ordered = input['ScanIndexForward'] === false ? matching.toReversed() : matching;
  return pageOf(table, ordered, keys, input);
}

/** An index may miss what was written a moment ago, and still show what was there before. */
function lagging(
  table: ModelTable,
  name: string,
  partition: string,
  now: number,
  lag: number,
): readonly Item[] {
  const items = table.indexPartition(name, partition);
  if (lag === 0) return items;
  const index = table.indexes.get(name);
  return items.flatMap((item) => {
    const then = table.before(table.keyOf(item), now - lag);
    return then === undefined || index === undefined || then[index.partition] !== partition ? [] : [then];
  });
}

function pageOf(table: ModelTable, items: readonly Item[], keys: KeySchema, input: Input) {
  const start = input['ExclusiveStartKey'] as Item | undefined;
  const filter = input['FilterExpression'] === undefined ? undefined : conditionIn(input, 'FilterExpression');
  const limit = (input['Limit'] as number | undefined) ?? Infinity;
  const after = start === undefined ? 0 : items.findIndex((item) => same(table, item, start)) + 1;
  const page: Item[] = [];
  const isSmall = items.reduce((sum, item) => sum + boundOf(item), 0) < most.queryBytes;
  let bytes = 0;
  let index = after;
  for (; index < items.length && page.length < limit && bytes < most.queryBytes; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    if (!isSmall) bytes += bytesOf(item);
    page.push(item);
  }
  const last = index < items.length ? page.at(-1) : undefined;
  const Items = page
    .filter((item) => filter === undefined || holds(filter, item, valuesIn(input)))
    .map((item) => projected(item, input));
  const attributes = [table.keys.partition, table.keys.sort, keys.partition, keys.sort];
  const LastEvaluatedKey =
    last &&
    Object.fromEntries(attributes.flatMap((name) => (name === undefined ? [] : [[name, last[name]]])));
  return { Items, Count: Items.length, LastEvaluatedKey };
}

const copies = new WeakMap<Item, Map<string, Item>>();

/** What an index holds of an item: the same each time, as what is stored is never changed. */
function copied(table: ModelTable, name: string, item: Item): Item {
  const index = table.indexes.get(name);
  if (index?.attributes === undefined) return item;
  const known = copies.get(item)?.get(name);
  if (known !== undefined) return known;
  const names = [table.keys.partition, table.keys.sort, index.partition, index.sort, ...index.attributes];
  const copy = Object.freeze(
    Object.fromEntries(
      names.flatMap((each) => (each === undefined || item[each] === undefined ? [] : [[each, item[each]]])),
    ),
  );
  const ofItem = copies.get(item) ?? new Map<string, Item>();
  ofItem.set(name, copy);
  copies.set(item, ofItem);
  return copy;
}

function same(table: ModelTable, item: Item, start: Item): boolean {
  return table.keyOf(item).join('\u0000') === table.keyOf(start).join('\u0000');
}

function partitionIn(condition: Condition, attribute: string, input: Input): string {
  const parts = condition.kind === 'and' ? condition.parts : [condition];
  for (const part of parts) {
    if (part.kind !== 'compare' || part.sign !== '=') continue;
    if (isPath(part.left, attribute) && part.right.kind === 'value')
      return String(valuesIn(input)[part.right.name]);
  }
  throw validation(`Query condition missed key schema element: ${attribute}`);
}

const rests = new WeakMap<Condition, readonly Condition[]>();

/** What a key condition asks beside the partition. */
function restOf(condition: Condition, attribute: string): readonly Condition[] {
  const known = rests.get(condition);
  if (known !== undefined) return known;
  const parts = condition.kind === 'and' ? condition.parts : [condition];
  const rest = parts.filter((part) => !isPartition(part, attribute));
  rests.set(condition, rest);
  return rest;
}

function isPartition(part: Condition, attribute: string): boolean {
  return part.kind === 'compare' && part.sign === '=' && isPath(part.left, attribute);
}

function isPath(operand: Operand, attribute: string): boolean {
  return operand.kind === 'path' && operand.path[0] === attribute;
}
