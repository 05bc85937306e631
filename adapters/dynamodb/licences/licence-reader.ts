import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { itemsAt, type Reading } from '../table/batch-get.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { partsOf } from '../documents/document-number.ts';
import { NumberRegister } from '../documents/number-register.ts';
import { SharedLines } from '../sharing/shared-lines.ts';
import { eventFrom } from './event-item.ts';
import { licenceKey, records, type Stored, storedFrom } from './licence-item.ts';
import { allRecords, recordsUnder } from '../table/query.ts';
import { historyIn, type LicenceHistory } from './history.ts';
import { parseAt } from '../table/parse.ts';
import { readEach, type ReadItems, withItems } from '../table/read-each.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** Licences for whoever only looks at them. */
export class LicenceReader {
  protected readonly documents: Documents;
  protected readonly table: string;
  private readonly numbers: NumberRegister;
  /** Which of its licences share documents and mails. */
  readonly sharedLines: SharedLines;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.numbers = new NumberRegister(documents, settings);
    this.sharedLines = new SharedLines(documents, settings);
  }

  /** Undefined where there is no such licence. */
  async load(licenceId: string): Promise<Stored | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: licenceKey(licenceId), ConsistentRead: true }),
    );
    return Item && storedFrom(licenceId, Item);
  }

  /**
   * The id of the licence that `given` names: its id, or the printed number of one of its quotes or invoices. What names
   * none is given back. Reads the register only for what looks like a number and is no licence's id.
   */
  async idOf(given: string): Promise<string> {
    if (partsOf(given) === undefined || (await this.has(given))) return given;
    return (await this.numbers.licenceOf(given)) ?? given;
  }

  /** The licence that an id or a printed number names: one read for an id; undefined where it names none. */
  async find(given: string): Promise<Stored | undefined> {
    const stored = await this.load(given);
    if (stored !== undefined) return stored;
    const licenceId = await this.numbers.licenceOf(given);
    return licenceId === undefined ? undefined : this.load(licenceId);
  }

  private async has(licenceId: string): Promise<boolean> {
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: this.table,
        Key: licenceKey(licenceId),
        ProjectionExpression: 'licenceId',
        ConsistentRead: true,
      }),
    );
    return Item !== undefined;
  }

  /** A licence with all that happened to it, by one query; undefined where there is no such licence. */
  async loadWithHistory(licenceId: string): Promise<StoredWithHistory | undefined> {
    const items = await allRecords(this.documents, this.table, licenceId);
    const history = historyIn(licenceId, items);
    return history && { stored: storedFrom(licenceId, stateItemIn(items)), history };
  }

  /** Those of the licences that there are, in no order. */
  loadAll(licenceIds: readonly string[]): Promise<ReadItems<Stored>> {
    return loadLicences(this.documents, this.table, licenceIds, { ConsistentRead: true });
  }

  /** Each of the licences as it is stored, or why it cannot be read; undefined where there is none. */
  async loadEach(licenceIds: readonly string[]): Promise<ReadonlyMap<string, Stored | Error | undefined>> {
    const licences = new Map<string, Stored | Error | undefined>(licenceIds.map((id) => [id, undefined]));
    const keys = licenceIds.map(licenceKey);
    for await (const items of itemsAt(this.documents, this.table, keys, { ConsistentRead: true })) {
      for (const item of items) {
        const { licenceId } = parseAt('a licence in the table', itemSchema, item);
        licences.set(licenceId, readOrError(licenceId, item));
      }
    }
    return licences;
  }

  /** One event of a licence; undefined where it has none of this number. */
  async event(licenceId: string, version: number): Promise<Event | undefined> {
    const Key = { licenceId, record: records.event(version) };
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key, ConsistentRead: true }),
    );
    return Item && eventFrom(licenceId, Item).event;
  }

  /** Every event of a licence, oldest first. */
  async events(licenceId: string): Promise<readonly Event[]> {
    const items = await recordsUnder(this.documents, this.table, licenceId, records.events);
    return items.map((item) => eventFrom(licenceId, item).event);
  }
}

/** A licence as it stands, and everything that the table has of it. */
export interface StoredWithHistory {
  readonly stored: Stored;
  readonly history: LicenceHistory;
}

const itemSchema = z.looseObject({ licenceId: z.string() });

/** The item of a licence's state among those of its partition. */
export function stateItemIn(items: readonly unknown[]): unknown {
  return items.find(
    (item) =>
      typeof item === 'object' && item !== null && 'record' in item && item.record === records.licence,
  );
}

export function readOrError(licenceId: string, item: unknown): Stored | Error {
  try {
    return storedFrom(licenceId, item);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Those of the licences that table `table` has, in no order; throws as `itemsAt` does. */
export async function loadLicences(
  documents: Documents,
  table: string,
  licenceIds: readonly string[],
  reading?: Reading,
): Promise<ReadItems<Stored>> {
  let licences: ReadItems<Stored> = { values: [], unreadable: [] };
  const keys = licenceIds.map(licenceKey);
  for await (const items of itemsAt(documents, table, keys, reading))
    licences = withItems(licences, readEach(items, 'licenceId', storedFrom));
  return licences;
}
