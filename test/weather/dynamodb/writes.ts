import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { holds, type Item, updated } from './evaluate.ts';
import { bytesOf, checkKey, mayExceed, most, validation } from './limits.ts';
import { conditionIn, type Input, updateIn, valuesIn } from './request.ts';
import type { ModelTable } from './table.ts';

type TableNamed = (name: unknown) => ModelTable;

/** Does one conditional write. Throws where its condition does not hold. */
export function writeOne(tableNamed: TableNamed, kind: string, input: Input, now: number): object {
  const write = prepared(tableNamed, kind, input);
  if (write.tooLarge !== undefined) throw write.tooLarge;
  if (!write.applies) throw conditionFailed(write.before, input['ReturnValuesOnConditionCheckFailure']);
  write.apply(now);
  return { Attributes: input['ReturnValues'] === 'ALL_NEW' ? write.after : write.before };
}

/** Transactions with their reasons, each once for a token. */
export class Transactions {
  readonly #tableNamed: TableNamed;
  readonly #tokens = new Map<string, string>();

  constructor(tableNamed: TableNamed) {
    this.#tableNamed = tableNamed;
  }

  write(input: Input, now: number): object {
    const items = input['TransactItems'] as readonly Readonly<Record<string, Input>>[];
    const token = input['ClientRequestToken'] as string | undefined;
    const asked = JSON.stringify(items);
    if (token !== undefined) {
      const done = this.#tokens.get(token);
      if (done === asked) return {};
      if (done !== undefined) {
        throw Object.assign(new Error('the token was used for another request'), {
          name: 'IdempotentParameterMismatchException',
        });
      }
    }
    if (items.length > most.transactionItems)
      throw validation('Member must have length less than or equal to 100');
    if (3 * asked.length > most.transactionBytes && Buffer.byteLength(asked) > most.transactionBytes)
      throw validation('Transaction is too large');
    this.#apply(items, now);
    if (token !== undefined) this.#tokens.set(token, asked);
    return {};
  }

  #apply(items: readonly Readonly<Record<string, Input>>[], now: number): void {
    const writes = items.map((item) => {
      const [[kind, request] = ['', {}]] = Object.entries(item);
      return prepared(this.#tableNamed, kind, request);
    });
    if (new Set(writes.map(({ target }) => target)).size < writes.length) {
      throw validation('Transaction request cannot include multiple operations on one item');
    }
    // What an update makes of an item is known only when the transaction is done: it is cancelled then.
    for (const [index, { tooLarge }] of writes.entries()) {
      if (tooLarge !== undefined && items[index]?.['Update'] === undefined) throw tooLarge;
    }
    if (writes.some(({ applies, tooLarge }) => !applies || tooLarge !== undefined)) {
      throw new TransactionCanceledException({
        message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
        $metadata: { httpStatusCode: 400 },
        CancellationReasons: writes.map(reasonOf),
      });
    }
    for (const { apply } of writes) apply(now);
  }
}

function reasonOf({ applies, tooLarge }: ReturnType<typeof prepared>): { Code: string; Message?: string } {
  if (!applies) return { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };
  if (tooLarge !== undefined) return { Code: 'ValidationError', Message: tooLarge.message };
  return { Code: 'None' };
}

function prepared(tableNamed: TableNamed, kind: string, input: Input) {
  const table = tableNamed(input['TableName']);
  const given = kind === 'Put' ? (input['Item'] as Item) : (input['Key'] as Item);
  const key = table.keyOf(given);
  checkKey(table, given);
  const before = table.get(key);
  const applies =
    input['ConditionExpression'] === undefined ||
    holds(conditionIn(input, 'ConditionExpression'), before ?? {}, valuesIn(input));
  const after = afterwards(kind, input, before ?? given);
  const isTooLarge =
    after !== undefined && mayExceed(after, most.itemBytes) && bytesOf(after) > most.itemBytes;
  return {
    target: `${String(input['TableName'])}\u0000${key.join('\u0000')}`,
    applies,
    tooLarge: isTooLarge ? validation('Item size has exceeded the maximum allowed size') : undefined,
    before,
    after,
    apply: (now: number) => {
      if (kind === 'ConditionCheck') return;
      if (after === undefined) table.remove(key, now);
      else table.put(after, now);
    },
  };
}

function afterwards(kind: string, input: Input, before: Item): Item | undefined {
  switch (kind) {
    case 'Put':
      return stored(input['Item'] as Item);
    case 'Update':
      return stored(updated(updateIn(input), before, valuesIn(input)));
    case 'Delete':
      return undefined;
    case 'ConditionCheck':
      return before;
    default:
      throw new Error(`the model of DynamoDB does not know ${kind} in a transaction`);
  }
}

/** A value as DynamoDB keeps it: without what is undefined, and nobody's to change. */
function stored<T>(value: T): T;
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map((each: unknown) => stored(each)));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[name] = stored(member);
  }
  return Object.freeze(copy);
}

function conditionFailed(before: Item | undefined, asked: unknown): Error {
  return new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: { httpStatusCode: 400 },
    ...(asked === 'ALL_OLD' && before !== undefined && { Item: before as never }),
  });
}
