import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { holds, type Item, updated, valueOf } from './evaluate.ts';
import { type Condition, ExpressionReader, type Operand, type Substitutions } from './expression.ts';
import type { ModelTable } from './table.ts';

type Input = Readonly<Record<string, unknown>>;

/** What the world knows when a request arrives. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How old a view an index or an eventually consistent read shows, in milliseconds; 0 for the newest. */
  readonly lag: number;
}

const mostTransactionBytes = 4 * 1024 * 1024;
const mostItemBytes = 400 * 1024;
const mostTransactionItems = 100;
const mostQueryBytes = 1024 * 1024;
const mostBatchGetBytes = 16 * 1024 * 1024;

/** DynamoDB as documented, in memory: conditions, transactions with their reasons, indexes, pages and limits. */
export class ModelDynamoDb {
  readonly tables: ReadonlyMap<string, ModelTable>;
  readonly #tokens = new Map<string, string>();
  readonly #read = new Map<string, unknown>();

  constructor(tables: ReadonlyMap<string, ModelTable>) {
    this.tables = tables;
  }

  /** Answers one command of the document client. Throws what DynamoDB throws. */
  answer(command: string, input: Input, moment: Moment): object {
    switch (command) {
      case 'GetCommand':
        return this.#get(input, moment);
      case 'BatchGetCommand':
        return this.#batchGet(input, moment);
      case 'QueryCommand':
        return this.#query(input, moment);
      case 'PutCommand':
      case 'UpdateCommand':
      case 'DeleteCommand': {
        const write = this.#prepare(command.replace('Command', ''), input);
        if (!write.applies) throw conditionFailed(write.before, input['ReturnValuesOnConditionCheckFailure']);
        write.apply(moment.now);
        return input['ReturnValues'] === 'ALL_NEW'
          ? { Attributes: write.after }
          : { Attributes: write.before };
      }
      case 'TransactWriteCommand':
        return this.#transact(input, moment);
      default:
        throw new Error(`the model of DynamoDB does not know ${command}`);
    }
  }

  #get(input: Input, { now, lag }: Moment): object {
    const table = this.#table(input['TableName']);
    const key = table.keyOf(input['Key'] as Item);
    const isConsistent = input['ConsistentRead'] === true || lag === 0;
    const item = isConsistent ? table.get(key) : table.before(key, now - lag);
    return { Item: item && this.#project(item, input) };
  }

  #batchGet(input: Input, moment: Moment): object {
    const Responses: Record<string, unknown[]> = {};
    for (const [name, wanted] of Object.entries(input['RequestItems'] as Record<string, Input>)) {
      const keys = wanted['Keys'] as readonly Item[];
      if (keys.length > 100) throw validation('Too many items requested for the BatchGetItem call');
      const seen = new Set(keys.map((key) => this.#table(name).keyOf(key).join('\u0000')));
      if (seen.size < keys.length) throw validation('Provided list of item keys contains duplicates');
      Responses[name] = keys.flatMap((Key) => {
        const { Item } = this.#get({ ...wanted, TableName: name, Key }, moment) as { Item?: Item };
        return Item ?? [];
      });
      if (bytesOf(Responses[name]) > mostBatchGetBytes)
        throw new Error('the model has no pages of batch reads');
    }
    return { Responses, UnprocessedKeys: {} };
  }

  #query(input: Input, { now, lag }: Moment): object {
    const table = this.#table(input['TableName']);
    const condition = this.#condition(input['KeyConditionExpression'], input);
    const name = input['IndexName'] as string | undefined;
    const keys = name === undefined ? table.keys : table.indexes.get(name);
    if (keys === undefined) throw validation(`The table does not have the specified index: ${String(name)}`);
    const partition = partitionIn(condition, keys.partition);
    const items =
      name === undefined
        ? table.partition(partition)
        : this.#lagging(table, name, partition, now, lag).map((item) => copied(table, name, item));
    const matching = items.filter((item) => holds(condition, item));
    const ordered = input['ScanIndexForward'] === false ? matching.toReversed() : matching;
    return this.#page(table, ordered, keys, input);
  }

  /** An index may miss what was written a moment ago, and still show what was there before. */
  #lagging(table: ModelTable, name: string, partition: string, now: number, lag: number): readonly Item[] {
    const items = table.indexPartition(name, partition);
    if (lag === 0) return items;
    const index = table.indexes.get(name);
    return items.flatMap((item) => {
      const then = table.before(table.keyOf(item), now - lag);
      return then === undefined || index === undefined || then[index.partition] !== partition ? [] : [then];
    });
  }

  #page(
    table: ModelTable,
    items: readonly Item[],
    keys: { partition: string; sort?: string | undefined },
    input: Input,
  ) {
    const start = input['ExclusiveStartKey'] as Item | undefined;
    const filter =
      input['FilterExpression'] === undefined ? undefined : this.#condition(input['FilterExpression'], input);
    const limit = (input['Limit'] as number | undefined) ?? Infinity;
    const after = start === undefined ? 0 : items.findIndex((item) => same(table, item, start)) + 1;
    const page: Item[] = [];
    let bytes = 0;
    let index = after;
    for (; index < items.length && page.length < limit && bytes < mostQueryBytes; index += 1) {
      const item = items[index];
      if (item === undefined) break;
      bytes += bytesOf(item);
      page.push(item);
    }
    const last = index < items.length ? page.at(-1) : undefined;
    const Items = page
      .filter((item) => filter === undefined || holds(filter, item))
      .map((item) => this.#project(item, input));
    const attributes = [table.keys.partition, table.keys.sort, keys.partition, keys.sort];
    const LastEvaluatedKey =
      last &&
      Object.fromEntries(attributes.flatMap((name) => (name === undefined ? [] : [[name, last[name]]])));
    return { Items, Count: Items.length, LastEvaluatedKey };
  }

  #transact(input: Input, { now }: Moment): object {
    const items = input['TransactItems'] as readonly Readonly<Record<string, Input>>[];
    const token = input['ClientRequestToken'] as string | undefined;
    if (token !== undefined) {
      const done = this.#tokens.get(token);
      const asked = JSON.stringify(items);
      if (done === asked) return {};
      if (done !== undefined) {
        throw Object.assign(new Error('the token was used for another request'), {
          name: 'IdempotentParameterMismatchException',
        });
      }
    }
    if (items.length > mostTransactionItems)
      throw validation('Member must have length less than or equal to 100');
    if (bytesOf(items) > mostTransactionBytes) throw validation('Transaction is too large');
    const writes = items.map((item) => {
      const [[kind, request] = ['', {}]] = Object.entries(item);
      return { request, ...this.#prepare(kind, request) };
    });
    const targets = new Set(writes.map(({ target }) => target));
    if (targets.size < writes.length) {
      throw validation('Transaction request cannot include multiple operations on one item');
    }
    if (writes.some(({ applies }) => !applies)) {
      throw new TransactionCanceledException({
        message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
        $metadata: { httpStatusCode: 400 },
        CancellationReasons: writes.map(({ applies }) => ({
          Code: applies ? 'None' : 'ConditionalCheckFailed',
          ...(!applies && { Message: 'The conditional request failed' }),
        })),
      });
    }
    for (const { apply } of writes) apply(now);
    if (token !== undefined) this.#tokens.set(token, JSON.stringify(items));
    return {};
  }

  #prepare(kind: string, input: Input) {
    const table = this.#table(input['TableName']);
    const given = kind === 'Put' ? (input['Item'] as Item) : (input['Key'] as Item);
    const key = table.keyOf(given);
    checkKey(table, given);
    const before = table.get(key);
    const condition = input['ConditionExpression'];
    const applies = condition === undefined || holds(this.#condition(condition, input), before ?? {});
    const after = this.#after(kind, input, before ?? given);
    if (after !== undefined && bytesOf(after) > mostItemBytes) {
      throw validation('Item size has exceeded the maximum allowed size');
    }
    return {
      target: `${String(input['TableName'])}\u0000${key.join('\u0000')}`,
      applies,
      before,
      after,
      apply: (now: number) => {
        if (kind === 'ConditionCheck') return;
        if (after === undefined) table.remove(key, now);
        else table.put(after, now);
      },
    };
  }

  #after(kind: string, input: Input, before: Item): Item | undefined {
    switch (kind) {
      case 'Put':
        return stored(input['Item'] as Item);
      case 'Update':
        return stored(
          updated(
            this.#reading(input['UpdateExpression'], input, (reader) => reader.update()),
            before,
          ),
        );
      case 'Delete':
        return undefined;
      case 'ConditionCheck':
        return before;
      default:
        throw new Error(`the model of DynamoDB does not know ${kind} in a transaction`);
    }
  }

  #project(item: Item, input: Input): Item {
    const expression = input['ProjectionExpression'];
    if (expression === undefined) return structuredClone(item);
    const paths = this.#reading(expression, input, (reader) => reader.paths());
    const chosen = paths.flatMap((path) => {
      const value = valueOf(path, item);
      const name = path.kind === 'path' ? path.path[0] : undefined;
      return value === undefined || name === undefined ? [] : [[name, structuredClone(value)] as const];
    });
    return Object.fromEntries(chosen);
  }

  #condition(expression: unknown, input: Input): Condition {
    return this.#reading(expression, input, (reader) => reader.condition());
  }

  /** Expressions without values of their own are read once. */
  #reading<T>(expression: unknown, input: Input, read: (reader: ExpressionReader) => T): T {
    const text = String(expression);
    const given: Substitutions = {
      names: input['ExpressionAttributeNames'] as Substitutions['names'],
      values: input['ExpressionAttributeValues'] as Substitutions['values'],
    };
    const isPlain = given.values === undefined && given.names === undefined;
    const kept = isPlain ? this.#read.get(text) : undefined;
    const result = (kept as T | undefined) ?? read(new ExpressionReader(text, given));
    if (isPlain) this.#read.set(text, result);
    return result;
  }

  #table(name: unknown): ModelTable {
    const table = this.tables.get(String(name));
    if (table !== undefined) return table;
    throw Object.assign(new Error(`Requested resource not found: ${String(name)}`), {
      name: 'ResourceNotFoundException',
    });
  }
}

/** A value as DynamoDB keeps it: without what is undefined, and nobody else's to change. */
function stored(item: Item): Item {
  return JSON.parse(JSON.stringify(item)) as Item;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function copied(table: ModelTable, name: string, item: Item): Item {
  const index = table.indexes.get(name);
  if (index?.attributes === undefined) return item;
  const names = [table.keys.partition, table.keys.sort, index.partition, index.sort, ...index.attributes];
  return Object.fromEntries(
    names.flatMap((each) => (each === undefined || item[each] === undefined ? [] : [[each, item[each]]])),
  );
}

function same(table: ModelTable, item: Item, start: Item): boolean {
  return table.keyOf(item).join('\u0000') === table.keyOf(start).join('\u0000');
}

function partitionIn(condition: Condition, attribute: string): string {
  const parts = condition.kind === 'and' ? condition.parts : [condition];
  for (const part of parts) {
    if (part.kind !== 'compare' || part.sign !== '=') continue;
    if (isPath(part.left, attribute) && part.right.kind === 'value') return String(part.right.value);
  }
  throw validation(`Query condition missed key schema element: ${attribute}`);
}

function isPath(operand: Operand, attribute: string): boolean {
  return operand.kind === 'path' && operand.path[0] === attribute;
}

function checkKey(table: ModelTable, item: Item): void {
  const { partition, sort } = table.keys;
  for (const [name, most] of [
    [partition, 2048],
    [sort, 1024],
  ] as const) {
    if (name === undefined) continue;
    const value = item[name];
    if (typeof value !== 'string' || value === '') throw validation(`Missing the key ${name} in the item`);
    if (Buffer.byteLength(value) > most) throw validation(`Size of the key ${name} exceeds ${most} bytes`);
  }
  for (const index of table.indexes.values()) {
    const value = item[index.partition];
    if (value === '' || (index.sort !== undefined && item[index.sort] === '')) {
      throw validation(`The key of index ${index.name} is an empty string`);
    }
  }
}

function conditionFailed(before: Item | undefined, asked: unknown): Error {
  return new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: { httpStatusCode: 400 },
    ...(asked === 'ALL_OLD' && before !== undefined && { Item: before as never }),
  });
}

function validation(message: string): Error {
  return Object.assign(new Error(message), {
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
  });
}
