import { createHash } from 'node:crypto';
import db, { type Request, type Store, type Table } from 'dynalite/db/index.js';
import * as z from 'zod';
import { isObject } from '../shared/json.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { Meter } from '../meter/meter.ts';
import { cancelledUnits, transactedReadUnits, transactedUnits } from './capacity.ts';
import { sizeOf } from './item-size.ts';
import { refuseItem, refuseToken, refuseTransaction } from './item-limits.ts';
import { perform, validate, type Operation } from './operations.ts';
import { dynaliteError } from './errors.ts';
import { stage } from './staging.ts';
import type { Streams } from './streams.ts';
import { readItem, readTable } from './store.ts';

/** Most actions that DynamoDB takes in one transaction. */
const MOST_ACTIONS = 100;

/** How long DynamoDB remembers a ClientRequestToken. */
const TOKEN_LIFETIME_MS = 10 * 60 * 1000;

const action = z.looseObject({ TableName: z.string() });

const writeRequest = z.looseObject({
  TransactItems: z.array(
    z.strictObject({
      Put: action.optional(),
      Update: action.optional(),
      Delete: action.optional(),
      ConditionCheck: action.optional(),
    }),
  ),
  ClientRequestToken: z.string().optional(),
});

const getRequest = z.looseObject({ TransactItems: z.array(z.strictObject({ Get: action })) });

/** Why an action of a cancelled transaction did or did not stand in its way. */
interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: unknown;
}

/** One action of a transaction, its form checked. */
interface Action {
  readonly operation: Operation | 'ConditionCheck';
  readonly request: Request;
  readonly table: Table;
  readonly key: string;
  readonly returnOld: boolean;
}

/**
 * DynamoDB's transactions over dynalite, which has none. Call its methods one at a time: they do
 * not guard against other writers themselves.
 */
export class Transactions {
  readonly #store: Store;
  readonly #streams: Streams;
  readonly #meter: Meter;
  readonly #tokens = new Map<string, { readonly body: string; readonly at: number }>();

  constructor(store: Store, streams: Streams, meter: Meter) {
    this.#store = store;
    this.#streams = streams;
    this.#meter = meter;
  }

  /** TransactWriteItems: all of the actions, or none and the reason for each. */
  async write(body: object): Promise<object> {
    const { ClientRequestToken: token, TransactItems: items } = parse(writeRequest, body);
    refuseToken(token);
    const isRepeated = token !== undefined && this.#isRepeated(token, body);
    const actions = items.map((item) => this.#action(item));
    if (isRepeated) {
      this.#meter.countDatabase('TransactWriteItems', { read: this.#repeatedUnits(actions) });
      return {};
    }
    refuseDuplicates(actions);
    const staging = stage(this.#store, this.#streams);
    const reasons: Reason[] = [];
    const found = actions.map(({ table, key }) => readItem(this.#store, table, key));
    for (const [index, { operation, request, returnOld, table, key }] of actions.entries()) {
      const before = found[index];
      try {
        if (operation === 'ConditionCheck') check(request, before);
        else await perform(staging.store, operation, request);
        const after = staging.item(table, key);
        if (after !== undefined) refuseItem(table, after, operation === 'UpdateItem');
        reasons.push({ Code: 'None' });
      } catch (error) {
        reasons.push(reason(error, returnOld ? before : undefined));
      }
    }
    if (reasons.some(({ Code }) => Code !== 'None')) {
      this.#meter.countDatabase('TransactWriteItems', { write: cancelledUnits(found) });
      throw cancelled(reasons);
    }
    const checked = found.filter((_, index) => actions[index]?.operation === 'ConditionCheck');
    const changes = staging.changes();
    refuseTransaction([...changes, ...checked.map((item) => ({ before: item, after: item }))]);
    const written = changes.reduce((sum, change) => sum + transactedUnits(change), 0);
    this.#meter.countDatabase('TransactWriteItems', { write: written + cancelledUnits(checked) });
    await staging.commit();
    if (token !== undefined) this.#tokens.set(token, { body: fingerprint(body), at: Date.now() });
    return {};
  }

  /** TransactGetItems: the items as they stand at one moment. */
  async get(body: object): Promise<object> {
    const { TransactItems: items } = parse(getRequest, body);
    const gets = items.map(({ Get }) => validate(this.#store, 'GetItem', Get));
    const responses = await Promise.all(gets.map((get) => perform(this.#store, 'GetItem', get)));
    const found = gets.map((get, index) => {
      const table = readTable(this.#store, items[index]?.Get.TableName ?? '');
      return readItem(this.#store, table, keyOf(get, table));
    });
    refuseTransaction(found.map((item) => ({ before: item, after: item })));
    const read = found.reduce((sum, item) => sum + transactedReadUnits(sizeOf(item)), 0);
    this.#meter.countDatabase('TransactGetItems', { read });
    return { Responses: responses };
  }

  /** A transaction that was done before only reads the items. */
  #repeatedUnits(actions: readonly Action[]): number {
    const sizes = actions.map(({ table, key }) => sizeOf(readItem(this.#store, table, key)));
    return sizes.reduce((sum, size) => sum + transactedReadUnits(size), 0);
  }

  #action(item: z.infer<typeof writeRequest>['TransactItems'][number]): Action {
    const [[name, request] = [], ...others] = Object.entries(item);
    if (name === undefined || request === undefined || others.length > 0) {
      throw new ServiceError(
        'ValidationException',
        'TransactItems can only contain one of Check, Put, Update or Delete',
      );
    }
    const returnOld = request['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
    const operation = name === 'ConditionCheck' ? name : operationOf(name);
    if (operation === 'ConditionCheck' && request['ConditionExpression'] === undefined) {
      throw new ServiceError(
        'ValidationException',
        'The parameter ConditionExpression is required for ConditionCheck',
      );
    }
    // The form of a condition check is that of a conditional deletion.
    const checked = validate(this.#store, operation === 'ConditionCheck' ? 'DeleteItem' : operation, request);
    const table = readTable(this.#store, request.TableName);
    return { operation, request: checked, table, key: keyOf(checked, table), returnOld };
  }

  #isRepeated(token: string, body: object): boolean {
    for (const [known, { at }] of this.#tokens) {
      if (Date.now() - at < TOKEN_LIFETIME_MS) break;
      this.#tokens.delete(known);
    }
    const before = this.#tokens.get(token);
    if (before !== undefined && before.body !== fingerprint(body)) {
      throw new ServiceError(
        'IdempotentParameterMismatchException',
        'Request with the same client token but different parameters was already made',
      );
    }
    return before !== undefined;
  }
}

function parse<Schema extends z.ZodType<{ TransactItems: unknown[] }>>(
  schema: Schema,
  body: object,
): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
  const count = parsed.data.TransactItems.length;
  if (count === 0 || count > MOST_ACTIONS) {
    const limit = count === 0 ? 'greater than or equal to 1' : `less than or equal to ${MOST_ACTIONS}`;
    throw new ServiceError(
      'ValidationException',
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length ${limit}`,
    );
  }
  return parsed.data;
}

function operationOf(name: string): Operation {
  switch (name) {
    case 'Put':
      return 'PutItem';
    case 'Update':
      return 'UpdateItem';
    default:
      return 'DeleteItem';
  }
}

function keyOf(request: Request, table: Table): string {
  const { Key: key, Item: item } = request;
  const named = key ?? item;
  if (!isObject(named)) throw new ServiceError('ValidationException', 'Member must not be null: key');
  const invalid = key === undefined ? db.validateItem(named, table) : db.validateKey(named, table);
  if (invalid instanceof Error) throw invalid;
  return db.createKey(named, table);
}

function refuseDuplicates(actions: readonly Action[]): void {
  const seen = new Set(actions.map(({ table, key }) => `${table.TableName}/${key}`));
  if (seen.size < actions.length) {
    throw new ServiceError(
      'ValidationException',
      'Transaction request cannot include multiple operations on one item',
    );
  }
}

function check(request: Request, item: unknown): void {
  const failure = db.checkConditional(request, item);
  if (failure instanceof Error) throw failure;
}

function reason(error: unknown, item: unknown): Reason {
  const { code, message } = dynaliteError(error);
  const Code = code === 'ConditionalCheckFailedException' ? 'ConditionalCheckFailed' : 'ValidationError';
  return {
    Code,
    Message: message,
    ...(Code === 'ConditionalCheckFailed' && item !== undefined && { Item: item }),
  };
}

function cancelled(reasons: readonly Reason[]): ServiceError {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  );
}

function fingerprint(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64');
}
