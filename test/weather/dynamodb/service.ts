import type { Item } from './evaluate.ts';
import { boundOf, bytesOf, most, validation } from './limits.ts';
import { query } from './query.ts';
import { type Input, type Moment, projected } from './request.ts';
import type { ModelTable } from './table.ts';
import { Transactions, writeOne } from './writes.ts';

/** DynamoDB as documented, in memory: conditions, transactions with their reasons, indexes, pages and limits. */
export class ModelDynamoDb {
  readonly tables: ReadonlyMap<string, ModelTable>;
  readonly #transactions = new Transactions((name) => this.#table(name));

  constructor(tables: ReadonlyMap<string, ModelTable>) {
    this.tables = tables;
  }

  /** Answers one command of the document client. Throws what DynamoDB throws. */
  answer(command: string, input: Input, moment: Moment): object {
    switch (command) {
      case 'GetCommand':
        return { Item: this.#item(input, moment) };
      case 'BatchGetCommand':
        return this.#batchGet(input, moment);
      case 'QueryCommand':
        return query(this.#table(input['TableName']), input, moment);
      case 'PutCommand':
      case 'UpdateCommand':
      case 'DeleteCommand':
        return writeOne((name) => this.#table(name), command.replace('Command', ''), input, moment.now);
      case 'TransactWriteCommand':
        return this.#transactions.write(input, moment.now);
      default:
        throw new Error(`the model of DynamoDB does not know ${command}`);
    }
  }

  #item(input: Input, { now, lag }: Moment): Item | undefined {
    const table = this.#table(input['TableName']);
    const key = table.keyOf(input['Key'] as Item);
    const isConsistent = input['ConsistentRead'] === true || lag === 0;
    const item = isConsistent ? table.get(key) : table.before(key, now - lag);
    return item && projected(item, input);
  }

  #batchGet(input: Input, moment: Moment): object {
    const Responses: Record<string, Item[]> = {};
    for (const [name, wanted] of Object.entries(input['RequestItems'] as Record<string, Input>)) {
      const keys = wanted['Keys'] as readonly Item[];
      if (keys.length > most.batchGetKeys)
        throw validation('Too many items requested for the BatchGetItem call');
      const seen = new Set(keys.map((key) => this.#table(name).keyOf(key).join('\u0000')));
      if (seen.size < keys.length) throw validation('Provided list of item keys contains duplicates');
      const items = keys.flatMap(
        (Key): readonly Item[] | Item => this.#item({ ...wanted, TableName: name, Key }, moment) ?? [],
      );
      const bound = items.reduce((sum, item) => sum + boundOf(item), 0);
      if (
        bound > most.batchGetBytes &&
        items.reduce((sum, item) => sum + bytesOf(item), 0) > most.batchGetBytes
      )
        throw new Error('the model has no pages of batch reads');
      Responses[name] = items;
    }
    return { Responses, UnprocessedKeys: {} };
  }

  #table(name: unknown): ModelTable {
    const table = this.tables.get(String(name));
    if (table !== undefined) return table;
    throw Object.assign(new Error(`Requested resource not found: ${String(name)}`), {
      name: 'ResourceNotFoundException',
    });
  }
}
