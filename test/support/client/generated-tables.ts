import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { eventItem } from '../../../adapters/dynamodb/licences/event-item.ts';
import { itemOf, records } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { prefixOf } from '../../../adapters/dynamodb/customers/search-reader.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Deployment } from '../../../client/deployment/deployment.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { searchEntriesOf } from '../../../domain/customer/search-words.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { replay } from '../../../domain/receivables/history.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { factsOf } from '../application/play.ts';

const shards = 4;
const licencesOfEach = 10;
const towns = ['Wien', 'Graz', 'Linz', 'Auckland', 'Dunedin', 'Leeds', 'Berlin'];
const people = ['Anna', 'Bernd', 'Clara', 'David', 'Emma'];

/** Tables of so many licences that answer what a search asks, and count what it reads as DynamoDB would. */
export class GeneratedTables {
  requests = 0;
  bytes = 0;
  readonly deployment = { outputs: names() } as unknown as Deployment;
  readonly #licences: number;
  readonly #entries = new Map<string, string[]>();
  readonly #shards = new Map<string, string[]>();

  constructor(licences: number) {
    this.#licences = licences;
    for (let customer = 0; customer < licences / licencesOfEach; customer += 1) {
      const owner = customerOf(customer);
      for (const { phrase, field } of searchEntriesOf(owner))
        add(this.#entries, prefixOf(phrase), `${phrase}#${field}#${owner.customerId}`);
    }
    for (let licence = 0; licence < licences; licence += 1)
      add(this.#shards, `${smartNet.id}#${licence % shards}`, licenceId(licence));
    for (const sorted of [...this.#entries.values(), ...this.#shards.values()]) sorted.sort();
    const client = mockClient(DynamoDBDocumentClient);
    client.on(QueryCommand).callsFake((input: QueryCommandInput) => this.#query(input));
    client.on(GetCommand).callsFake(({ TableName, Key }: GetCommandInput) => {
      return { Item: this.#counted([this.#item(TableName ?? '', Key ?? {})])[0] };
    });
    client.on(BatchGetCommand).callsFake(({ RequestItems = {} }: BatchGetCommandInput) => {
      const [table = ''] = Object.keys(RequestItems);
      const { Keys = [] } = RequestItems[table] ?? {};
      return { Responses: { [table]: this.#counted(Keys.map((key) => this.#item(table, key))) } };
    });
  }

  #query({
    TableName,
    IndexName,
    ExpressionAttributeValues: values = {},
    Limit = Infinity,
  }: QueryCommandInput) {
    if (TableName === 'Search') {
      const found = beginning(
        this.#entries.get(text(values[':prefix'])) ?? [],
        text(values[':phrase']),
        Limit + 1,
      );
      const Items = found.slice(0, Limit).map((entry) => ({ entry, customerId: entry.split('#')[2] }));
      return { Items: this.#counted(Items), ...(found.length > Limit && { LastEvaluatedKey: {} }) };
    }
    if (IndexName === 'plan') {
      const found = beginning(
        this.#shards.get(text(values[':partition'])) ?? [],
        text(values[':text']),
        Limit,
      );
      return { Items: this.#counted(found.map((id) => ({ licenceId: id, customerId: ownerOf(id) }))) };
    }
    if (IndexName === 'customer') {
      const first = Number(text(values[':customerId']).slice(2)) * licencesOfEach;
      const ids = Array.from({ length: licencesOfEach }, (_, index) => ({
        licenceId: licenceId(first + index),
      }));
      return { Items: this.#counted(ids) };
    }
    if (IndexName === 'reference') {
      const named = /^po(\d+)$/.exec(text(values[':reference']))?.[1];
      const event = { licenceId: licenceId(Number(named)), record: records.event(2) };
      return { Items: this.#counted(named === undefined ? [] : [event]) };
    }
    if (TableName === 'Numbers') {
      const first = text(values[':first']);
      return { Items: this.#counted([{ first, licenceIds: [licenceId(Number(first))] }]) };
    }
    return { Items: this.#counted(this.#journal(text(values[':partition']))) };
  }

  /** The state of a licence and its events. */
  #journal(id: string): readonly object[] {
    const facts = { ...factsOf(smartNet, { licenceId: id }), customerId: ownerOf(id) };
    const because = 'it was generated';
    const of = { licenceId: id, date: facts.registeredOn, because };
    const registered: EventOf<'LicenceRegistered'> = {
      ...of,
      type: 'LicenceRegistered',
      facts,
      currency: smartNet.currency,
    };
    const event: EventOf<'QuoteAccepted'> = {
      ...of,
      type: 'QuoteAccepted',
      quoteId: `${id}-Q1`,
      years: 1,
      po: `PO ${numberOf(id)}`,
    };
    const stored = { licence: replay([registered]), version: 2, outbox: [] };
    return [
      itemOf(stored, shards),
      eventItem({ event: registered, version: 1 }),
      eventItem({ event, version: 2 }),
    ];
  }

  #item(table: string, key: Record<string, unknown>): object | undefined {
    if (table === 'Customers') {
      const number = Number(/^C-(\d+)$/.exec(text(key['customerId']))?.[1] ?? Infinity);
      return number < this.#licences / licencesOfEach ? customerOf(number) : undefined;
    }
    const number = numberOf(text(key['licenceId']));
    if (number >= this.#licences) return undefined;
    const [state, ...events] = this.#journal(text(key['licenceId']));
    return key['record'] === records.event(2) ? events[1] : state;
  }

  /** Every request counts, and what it finds. */
  #counted<Item extends object>(items: readonly (Item | undefined)[]): Item[] {
    const found = items.filter((item) => item !== undefined);
    this.requests += 1;
    this.bytes += found.reduce((sum, item) => sum + JSON.stringify(item).length, 0);
    return found;
  }
}

/** Each has a word of its own, a town and a name that a fifth of them share. */
function customerOf(number: number): Customer {
  return {
    customerId: `C-${number}`,
    name: `${people[number % people.length] ?? ''} ${wordOf(number)} GmbH`,
    kind: 'end-user',
    email: `desk@${wordOf(number)}.example`,
    country: 'AT',
    locale: 'de-AT',
    address: [`Gasse ${number % 200}`, towns[number % towns.length] ?? ''],
  };
}

/** All are of one length: none begins another. */
function wordOf(number: number): string {
  return `firma${String(number).padStart(6, '0')}`;
}

function licenceId(number: number): string {
  return `SN-${String(number).padStart(7, '0')}`;
}

function numberOf(id: string): number {
  return Number(/^SN-(\d{7})$/.exec(id)?.[1] ?? Infinity);
}

function ownerOf(id: string): string {
  return `C-${Math.floor(numberOf(id) / licencesOfEach)}`;
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Those of a sorted list that begin with a text, so many at the most. */
function beginning(sorted: readonly string[], start: string, most: number): readonly string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; found.length < most && sorted[at]?.startsWith(start) === true; at += 1)
    found.push(sorted[at] ?? '');
  return found;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function names(): Record<string, string> {
  const tables = {
    [outputs.licencesTable]: 'Licences',
    [outputs.customersTable]: 'Customers',
    [outputs.searchTable]: 'Search',
    [outputs.numbersTable]: 'Numbers',
  };
  return { ...tables, [outputs.dueShards]: String(shards) };
}
