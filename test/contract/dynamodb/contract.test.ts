import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  implementations,
  refusalOf,
  type Service,
  table as TableName,
} from '../../support/contract/services.ts';

const keyOf = (id: string, record = 'LICENCE') => ({ id, record });

/** A text of so many bytes. */
const text = (bytes: number, of = 'x') => of.repeat(bytes / Buffer.byteLength(of));

const conditionFailed = { error: 'ConditionalCheckFailedException' };
const invalid = { error: 'ValidationException' };
const cancelled = (...reasons: readonly string[]) => ({ error: 'TransactionCanceledException', reasons });

describe.each(implementations())('DynamoDB by %s', (_, open) => {
  let service: Service;
  beforeAll(async () => {
    service = await open();
  }, 120_000);
  afterAll(() => service.stop());

  const put = (id: string, attributes: object = {}, record?: string) =>
    service.send(new PutCommand({ TableName, Item: { ...keyOf(id, record), ...attributes } }));
  const read = async (id: string, record?: string) => {
    const Key = keyOf(id, record);
    const answer = await service.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (answer as { Item?: Record<string, unknown> }).Item;
  };
  const update = (id: string, expression: string, members: object = {}) =>
    service.send(new UpdateCommand({ TableName, Key: keyOf(id), UpdateExpression: expression, ...members }));
  const transact = (...TransactItems: readonly object[]) =>
    service.send(new TransactWriteCommand({ TransactItems: TransactItems as never }));
  const query = async (members: Partial<QueryCommandInput>) =>
    (await service.send(new QueryCommand({ TableName, ...members }))) as {
      readonly Items: readonly Record<string, unknown>[];
      readonly LastEvaluatedKey?: Record<string, unknown>;
    };

  describe('conditions', () => {
    const item = { version: 3, name: 'Jane', tags: ['a', 'b'], facts: { country: 'US' }, flag: true };
    const values = {
      ':three': 3,
      ':four': 4,
      ':two': 2,
      ':jane': 'Jane',
      ':ja': 'Ja',
      ':a': 'a',
      ':us': 'US',
      ':yes': true,
    };

    test.each([
      ['attribute_exists(id)', true],
      ['attribute_not_exists(id)', false],
      ['attribute_not_exists(absent)', true],
      ['version = :three', true],
      ['version <> :three', false],
      ['version > :two AND version < :four', true],
      ['version BETWEEN :two AND :three', true],
      ['version IN (:two, :four)', false],
      ['NOT version = :four', true],
      ['version = :jane', false],
      ['absent = :three', false],
      ['absent <> :three', true],
      ['attribute_not_exists(absent) OR version = :four', true],
      ['version = :four OR version = :two AND attribute_exists(id)', false],
      ['(version = :three OR version = :two) AND NOT attribute_exists(absent)', true],
      ['begins_with(#name, :ja)', true],
      ['contains(tags, :a)', true],
      ['contains(#name, :us)', false],
      ['size(tags) = :two', true],
      ['size(absent) = :two', false],
      ['facts.country = :us', true],
      ['flag = :yes', true],
    ])('%s is %s', async (ConditionExpression, holds) => {
      await put('condition', item);
      const named = Object.entries(values).filter(([name]) =>
        new RegExp(`${name}\\b`).test(ConditionExpression),
      );
      const answer = service.send(
        new DeleteCommand({
          TableName,
          Key: keyOf('condition'),
          ConditionExpression,
          ...(named.length > 0 && { ExpressionAttributeValues: Object.fromEntries(named) }),
          ...(ConditionExpression.includes('#name') && { ExpressionAttributeNames: { '#name': 'name' } }),
        }),
      );
      expect(await refusalOf(answer)).toEqual(holds ? 'done' : conditionFailed);
      expect(await read('condition')).toEqual(holds ? undefined : { ...keyOf('condition'), ...item });
    });

    test('a condition that fails gives the item where that is asked for', async () => {
      await put('old', { version: 1 });
      const Item = { ...keyOf('old'), version: 2 };
      const asked = { ConditionExpression: 'attribute_not_exists(id)' };
      const returned = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
      const refusal = await refusalOf(
        service.send(new PutCommand({ TableName, Item, ...asked, ...returned })),
      );
      expect(refusal).toEqual({ ...conditionFailed, item: expect.anything() as unknown });
      expect(await refusalOf(service.send(new PutCommand({ TableName, Item, ...asked })))).toEqual(
        conditionFailed,
      );
    });
  });

  describe('updates', () => {
    test.each([
      ['SET a = :one', { ':one': 1 }, { a: 1, n: 5, entries: ['x'] }],
      ['SET n = n + :one', { ':one': 1 }, { n: 6, entries: ['x'] }],
      ['SET n = n - :one', { ':one': 1 }, { n: 4, entries: ['x'] }],
      ['ADD n :one', { ':one': 1 }, { n: 6, entries: ['x'] }],
      ['ADD absent :one', { ':one': 1 }, { n: 5, absent: 1, entries: ['x'] }],
      ['SET a = if_not_exists(n, :one)', { ':one': 1 }, { a: 5, n: 5, entries: ['x'] }],
      ['SET entries = list_append(entries, :more)', { ':more': ['y'] }, { n: 5, entries: ['x', 'y'] }],
      ['SET a = n, n = :one', { ':one': 1 }, { a: 5, n: 1, entries: ['x'] }],
      ['SET a = :one REMOVE n', { ':one': 1 }, { a: 1, entries: ['x'] }],
      ['REMOVE nothing', undefined, { n: 5, entries: ['x'] }],
    ])('%s', async (expression, values, after) => {
      await put('update', { n: 5, entries: ['x'] });
      await update('update', expression, values && { ExpressionAttributeValues: values });
      expect(await read('update')).toEqual({ ...keyOf('update'), ...after });
    });

    test('an update makes an item that is not there, and one with a condition on it does not', async () => {
      const values = { ExpressionAttributeValues: { ':one': 1 } };
      const condition = { ConditionExpression: 'attribute_exists(id)' };
      expect(await refusalOf(update('made', 'SET a = :one', { ...values, ...condition }))).toEqual(
        conditionFailed,
      );
      expect(await read('made')).toBeUndefined();
      await update('made', 'SET a = :one', values);
      expect(await read('made')).toEqual({ ...keyOf('made'), a: 1 });
    });
  });

  describe('transactions', () => {
    const putOf = (id: string, attributes: object = {}, members: object = {}) => ({
      Put: { TableName, Item: { ...keyOf(id), ...attributes }, ...members },
    });
    const check = (id: string, ConditionExpression: string) => ({
      ConditionCheck: { TableName, Key: keyOf(id), ConditionExpression },
    });
    const absent = { ConditionExpression: 'attribute_not_exists(id)' };

    test('all of it happens', async () => {
      await put('t-1', { n: 1 });
      await put('t-2');
      await transact(
        {
          Update: {
            TableName,
            Key: keyOf('t-1'),
            UpdateExpression: 'SET n = n + :one',
            ConditionExpression: 'n = :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
        { Delete: { TableName, Key: keyOf('t-2') } },
        putOf('t-3', {}, absent),
        check('t-4', 'attribute_not_exists(id)'),
      );
      expect(await read('t-1')).toMatchObject({ n: 2 });
      expect(await read('t-2')).toBeUndefined();
      expect(await read('t-3')).toEqual(keyOf('t-3'));
      expect(await read('t-4')).toBeUndefined();
    });

    test('none of it happens where a condition fails, and each item has its reason', async () => {
      await put('c-1');
      const answer = transact(
        putOf('c-2'),
        putOf('c-1', { n: 1 }, absent),
        check('c-3', 'attribute_exists(id)'),
        { Delete: { TableName, Key: keyOf('c-4'), ConditionExpression: 'attribute_exists(id)' } },
      );
      const failed = 'ConditionalCheckFailed';
      expect(await refusalOf(answer)).toEqual(cancelled('None', failed, failed, failed));
      expect(await read('c-1')).toEqual(keyOf('c-1'));
      expect(await read('c-2')).toBeUndefined();
    });

    test('two actions on one item are refused', async () => {
      expect(await refusalOf(transact(putOf('twice'), check('twice', 'attribute_exists(id)')))).toEqual(
        invalid,
      );
    });

    test.each([
      [100, 'done'],
      [101, invalid],
    ])('of %i actions', async (count, expected) => {
      const puts = Array.from({ length: count }, (__, index) => putOf(`many-${index}`));
      expect(await refusalOf(transact(...puts))).toEqual(expected);
    });

    test('more than 4 MB are refused', async () => {
      const large = (index: number) => putOf(`large-${index}`, { note: text(390_000) });
      expect(await refusalOf(transact(...Array.from({ length: 10 }, (__, index) => large(index))))).toBe(
        'done',
      );
      const more = Array.from({ length: 11 }, (__, index) => large(index));
      expect(await refusalOf(transact(...more))).toEqual(invalid);
    });

    test('a token makes a repetition do nothing, and refuses another request', async () => {
      const add = {
        Update: {
          TableName,
          Key: keyOf('token'),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      };
      const withToken = (...TransactItems: readonly object[]) =>
        service.send(
          new TransactWriteCommand({ TransactItems: TransactItems as never, ClientRequestToken: 'token-1' }),
        );
      await withToken(add);
      await withToken(add);
      expect(await read('token')).toMatchObject({ n: 1 });
      expect(await refusalOf(withToken(putOf('token')))).toEqual({
        error: 'IdempotentParameterMismatchException',
      });
    });
  });

  describe('queries', () => {
    beforeAll(async () => {
      for (const record of ['EVENT#3', 'EVENT#1', 'LICENCE', 'EVENT#2', 'MAIL#1']) {
        await put('many', { n: record.length, note: record }, record);
      }
      for (const [id, dueOn] of [
        ['i-1', '2026-01-03'],
        ['i-2', '2026-01-01'],
        ['i-3', '2026-01-02'],
        ['i-4', undefined],
      ] as const) {
        await put(id, { place: 's', kind: 'k', owner: `of ${id}`, note: 'x', ...(dueOn && { dueOn }) });
      }
    });
    const records = (items: readonly Record<string, unknown>[]) => items.map(({ record }) => record);
    const ids = (items: readonly Record<string, unknown>[]) => items.map(({ id }) => id);
    const ofMany = {
      KeyConditionExpression: 'id = :id AND begins_with(#record, :prefix)',
      ExpressionAttributeNames: { '#record': 'record' },
      ExpressionAttributeValues: { ':id': 'many', ':prefix': 'EVENT#' } as Record<string, unknown>,
    };
    const ofIndex = {
      IndexName: 'due',
      KeyConditionExpression: 'place = :s AND dueOn <= :day',
      ExpressionAttributeValues: { ':s': 's', ':day': '2026-01-02' },
    };

    test('the items of a partition come in their order, or the other way round', async () => {
      expect(records((await query(ofMany)).Items)).toEqual(['EVENT#1', 'EVENT#2', 'EVENT#3']);
      const backwards = await query({ ...ofMany, ScanIndexForward: false });
      expect(records(backwards.Items)).toEqual(['EVENT#3', 'EVENT#2', 'EVENT#1']);
    });

    test('pages end at the limit, and the next one begins there', async () => {
      const first = await query({ ...ofMany, Limit: 2 });
      expect(records(first.Items)).toEqual(['EVENT#1', 'EVENT#2']);
      expect(first.LastEvaluatedKey).toEqual(keyOf('many', 'EVENT#2'));
      const next = await query({ ...ofMany, Limit: 2, ExclusiveStartKey: first.LastEvaluatedKey });
      expect(records(next.Items)).toEqual(['EVENT#3']);
      expect(next.LastEvaluatedKey).toBeUndefined();
    });

    test('a limit counts what is looked at, not what the filter lets through', async () => {
      const { Items, LastEvaluatedKey } = await query({
        ...ofMany,
        Limit: 2,
        FilterExpression: 'note = :note',
        ExpressionAttributeValues: { ...ofMany.ExpressionAttributeValues, ':note': 'EVENT#3' },
      });
      expect(Items).toEqual([]);
      expect(LastEvaluatedKey).toEqual(keyOf('many', 'EVENT#2'));
    });

    test('a page has a megabyte at the most', async () => {
      for (const record of ['1', '2', '3', '4']) await put('pages', { note: text(380_000) }, record);
      const ofPages = { KeyConditionExpression: 'id = :id', ExpressionAttributeValues: { ':id': 'pages' } };
      const first = await query(ofPages);
      expect(records(first.Items)).toEqual(['1', '2', '3']);
      const next = await query({ ...ofPages, ExclusiveStartKey: first.LastEvaluatedKey });
      expect(records(next.Items)).toEqual(['4']);
    });

    test('a projection leaves the rest out', async () => {
      const { Items } = await query({
        ...ofMany,
        Limit: 1,
        ProjectionExpression: '#record, note, nothing',
      });
      expect(Items).toEqual([{ record: 'EVENT#1', note: 'EVENT#1' }]);
    });

    test('an index has the items with all of its keys, in its order, with what it projects', async () => {
      const { Items } = await query(ofIndex);
      expect(Items).toEqual([
        { ...keyOf('i-2'), place: 's', dueOn: '2026-01-01', owner: 'of i-2' },
        { ...keyOf('i-3'), place: 's', dueOn: '2026-01-02', owner: 'of i-3' },
      ]);
    });

    test('a page of an index ends with the keys of the index and of the table', async () => {
      const first = await query({ ...ofIndex, Limit: 1 });
      expect(first.LastEvaluatedKey).toEqual({ ...keyOf('i-2'), place: 's', dueOn: '2026-01-01' });
      const next = await query({ ...ofIndex, Limit: 1, ExclusiveStartKey: first.LastEvaluatedKey });
      expect(ids(next.Items)).toEqual(['i-3']);
    });

    test('an index of keys only has the keys only', async () => {
      const { Items } = await query({
        IndexName: 'kind',
        KeyConditionExpression: 'kind = :k',
        ExpressionAttributeValues: { ':k': 'k' },
      });
      expect(Items.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))).toEqual(
        ['i-1', 'i-2', 'i-3', 'i-4'].map((id) => ({ ...keyOf(id), kind: 'k' })),
      );
    });

    test('an item leaves an index with its key', async () => {
      await put('leaves', { place: 'leaving', dueOn: '2026-01-01' });
      const ofLeaving = { ...ofIndex, ExpressionAttributeValues: { ':s': 'leaving', ':day': '2026-12-31' } };
      expect(ids((await query(ofLeaving)).Items)).toEqual(['leaves']);
      await update('leaves', 'REMOVE dueOn');
      expect((await query(ofLeaving)).Items).toEqual([]);
    });

    test('a batch gets the items that are there', async () => {
      const Keys = [keyOf('i-1'), keyOf('none'), keyOf('i-2')];
      const answer = await service.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));
      const { Responses } = answer as { Responses: Record<string, Record<string, unknown>[]> };
      expect(ids(Responses[TableName] ?? []).sort()).toEqual(['i-1', 'i-2']);
      const twice = new BatchGetCommand({
        RequestItems: { [TableName]: { Keys: [Keys[0], Keys[0]] as never } },
      });
      expect(await refusalOf(service.send(twice))).toEqual(invalid);
    });
  });

  describe('sizes', () => {
    test.each([
      ['an item of 400 KB', { note: text(400 * 1024 - 40) }, 'done'],
      ['an item of more', { note: text(400 * 1024) }, invalid],
      ['an item of more bytes in UTF-8 than characters', { note: text(410_000, 'ü') }, invalid],
      ['an empty text', { note: '' }, 'done'],
      ['an empty key of an index', { place: '', dueOn: '1' }, invalid],
      ['a partition key of an index of 2,048 bytes', { place: text(2048), dueOn: '1' }, 'done'],
      ['a longer one', { place: text(2049), dueOn: '1' }, invalid],
      ['a sort key of an index of 1,024 bytes', { place: 's', dueOn: text(1024) }, 'done'],
      ['a longer one', { place: 's', dueOn: text(1025) }, invalid],
    ])('%s', async (__, attributes, expected) => {
      expect(await refusalOf(put('size', attributes))).toEqual(expected);
    });

    test.each([
      ['an empty partition key', keyOf(''), invalid],
      ['an empty sort key', keyOf('size', ''), invalid],
      ['a partition key of 2,048 bytes', keyOf(text(2048)), 'done'],
      ['a longer one', keyOf(text(2049)), invalid],
      ['a longer one in UTF-8', keyOf(text(2050, 'ü')), invalid],
      ['a sort key of 1,024 bytes', keyOf('size', text(1024)), 'done'],
      ['a longer one', keyOf('size', text(1025)), invalid],
    ])('%s', async (__, Key, expected) => {
      expect(await refusalOf(service.send(new PutCommand({ TableName, Item: Key })))).toEqual(expected);
    });

    test('an update that makes an item too large changes nothing', async () => {
      await put('grows', { note: text(300_000) });
      const values = { ExpressionAttributeValues: { ':more': text(200_000) } };
      expect(await refusalOf(update('grows', 'SET addition = :more', values))).toEqual(invalid);
      const members = { TableName, Key: keyOf('grows'), UpdateExpression: 'SET addition = :more' };
      expect(await refusalOf(transact({ Update: { ...members, ...values } }))).toEqual(
        cancelled('ValidationError'),
      );
      expect(await read('grows')).not.toHaveProperty('addition');
    });
  });
});
