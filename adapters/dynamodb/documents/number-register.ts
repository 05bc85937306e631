import {
  paginateQuery,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { keys } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { applies } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import { numberIn, partsOf } from './document-number.ts';
import { positiveSchema } from '../../../domain/values/whole.ts';
import { textSchema } from '../../../domain/values/plain.ts';

const entrySchema = z.object({
  first: z.pipe(textSchema, z.transform(Number)),
  licenceIds: z.array(textSchema).check(z.minLength(1)),
});
type Entry = z.infer<typeof entrySchema>;

const turnSchema = z.object({ number: positiveSchema, holder: textSchema, until: z.int() });
/** Who is about to give the numbers of a series from `number` on; others wait `until`, in milliseconds since 1970. */
type Turn = z.infer<typeof turnSchema>;

/** The last number that a series has given, 0 for none, and the turn that was taken last. */
interface SeriesState {
  readonly last: number;
  readonly turn?: Turn | undefined;
}

/** A printed number, and the licence whose document has it. */
export interface GivenNumber {
  readonly number: string;
  readonly licenceId: string;
}

/** The sort key of a series' turn. It sorts after all digits, so that one query reads it and the last entry. */
const turnKey = 'turn';

/** Long enough for a series of ten thousand million documents; the entries sort by it. */
const digits = 10;

/**
 * The register of numbers: table `Numbers`. Each entry gives the next numbers of a series, one after the other, to
 * documents of these licences. It is written in the transaction that issues the documents, on the condition that nobody
 * has written it yet: so a series has no gaps, and no number is given twice.
 */
export class NumberRegister {
  private readonly documents: Documents;
  private readonly settings: Settings;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.settings = settings;
  }

  /** How far a series is, by one read. */
  async stateOf(series: string): Promise<SeriesState> {
    const items = await this.lastItems(series, { Limit: 2 });
    const place = `the numbers of ${series}`;
    const isTurn = (item: Record<string, unknown>) => item[keys.first] === turnKey;
    const [entry] = items.filter((item) => !isTurn(item));
    const [turn] = items.filter(isTurn);
    return {
      last: entry === undefined ? 0 : lastOf(parseAt(place, entrySchema, entry)),
      turn: turn && parseAt(place, turnSchema, turn),
    };
  }

  /**
   * Takes the turn to number a series, where nobody else has it at `now` (milliseconds since 1970). Gives whether it is
   * taken. A turn gives no right to a number: it only keeps others from writing what would fail.
   */
  async takeTurn(series: string, turn: Turn, now: number): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.table,
      Item: { [keys.series]: series, [keys.first]: turnKey, ...turn },
      ConditionExpression:
        'attribute_not_exists(#series) OR #number < :number OR #holder = :holder OR #until <= :now',
      ExpressionAttributeNames: {
        '#series': keys.series,
        '#number': 'number',
        '#holder': 'holder',
        '#until': 'until',
      },
      ExpressionAttributeValues: { ':number': turn.number, ':holder': turn.holder, ':now': now },
    });
    return applies(this.documents.send(put));
  }

  /** Ends a turn that its holder does not use, unless another has taken it by now. */
  async giveBackTurn(series: string, { number, holder }: Pick<Turn, 'number' | 'holder'>): Promise<void> {
    const put = new PutCommand({
      TableName: this.table,
      Item: { [keys.series]: series, [keys.first]: turnKey, number, holder, until: 0 },
      ConditionExpression: '#number = :number AND #holder = :holder',
      ExpressionAttributeNames: { '#number': 'number', '#holder': 'holder' },
      ExpressionAttributeValues: { ':number': number, ':holder': holder },
    });
    await applies(this.documents.send(put));
  }

  /** The conditional put that gives the numbers from `first` on to a document of each of these licences. */
  entry(series: string, first: number, licenceIds: readonly string[]): PutCommandInput {
    return {
      TableName: this.table,
      Item: { [keys.series]: series, [keys.first]: keyOf(first), licenceIds },
      ConditionExpression: 'attribute_not_exists(#series)',
      ExpressionAttributeNames: { '#series': keys.series },
    };
  }

  /** The licence whose quote or invoice has a printed number; undefined where none has it. */
  async licenceOf(number: string): Promise<string | undefined> {
    const parts = partsOf(number);
    if (parts === undefined) return undefined;
    const [item] = await this.lastItems(parts.series, {
      Limit: 1,
      KeyConditionExpression: '#series = :series AND #first <= :first',
      ExpressionAttributeNames: { '#series': keys.series, '#first': keys.first },
      ExpressionAttributeValues: { ':series': parts.series, ':first': keyOf(parts.count) },
    });
    if (item === undefined) return undefined;
    const { first, licenceIds } = parseAt(`the numbers of ${parts.series}`, entrySchema, item);
    return licenceIds[parts.count - first];
  }

  /** All numbers of a series with their licences, the newest first, page by page. */
  async *newestFirst(series: string): AsyncGenerator<GivenNumber, void> {
    const pages = paginateQuery(
      { client: this.documents },
      {
        TableName: this.table,
        KeyConditionExpression: '#series = :series AND #first < :turn',
        ExpressionAttributeNames: { '#series': keys.series, '#first': keys.first },
        ExpressionAttributeValues: { ':series': series, ':turn': turnKey },
        ScanIndexForward: false,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) {
        const { first, licenceIds } = parseAt(`the numbers of ${series}`, entrySchema, item);
        for (const [index, licenceId] of [...licenceIds.entries()].toReversed())
          yield { number: numberIn(series, first + index), licenceId };
      }
    }
  }

  /** The items of a series that sort last. */
  private async lastItems(
    series: string,
    query: Partial<QueryCommandInput>,
  ): Promise<readonly Record<string, unknown>[]> {
    const { Items = [] } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: '#series = :series',
        ExpressionAttributeNames: { '#series': keys.series },
        ExpressionAttributeValues: { ':series': series },
        ScanIndexForward: false,
        ConsistentRead: true,
        ...query,
      }),
    );
    return Items;
  }

  private get table(): string {
    return setting(this.settings, environment.numbersTable);
  }
}

function lastOf({ first, licenceIds }: Entry): number {
  return first + licenceIds.length - 1;
}

function keyOf(count: number): string {
  return String(count).padStart(digits, '0');
}
