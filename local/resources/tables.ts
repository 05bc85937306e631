import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Resource } from '../assembly/resolver.ts';
import type { Database } from '../dynamodb/database.ts';
import { ServiceError } from '../shared/service-error.ts';
import { tableName } from './kinds.ts';

const index = z.object({
  IndexName: z.string(),
  KeySchema: z.array(z.unknown()),
  // In one order, so that two descriptions can be compared as text.
  Projection: z.object({
    ProjectionType: z.string().optional(),
    NonKeyAttributes: z
      .array(z.string())
      .transform((names) => names.toSorted())
      .optional(),
  }),
});

const properties = z.looseObject({
  KeySchema: z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.looseObject({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
});

/**
 * Makes a table with the keys and indexes of an `AWS::DynamoDB::Table` or `GlobalTable`; leaves
 * one that is there already as it is.
 * Throws when its keys or indexes are not those of the table on disk.
 */
export async function provideTable(resource: Resource, database: Database): Promise<void> {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes } = properties.parse(
    resource.properties(),
  );
  const TableName = tableName(resource);
  const request = {
    TableName,
    KeySchema,
    AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
    ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
  };
  const wanted = shape(request);
  try {
    await database.answer('CreateTable', request);
    await untilActive(database, TableName);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'ResourceInUseException') throw error;
    const found = shape(described.parse(await database.answer('DescribeTable', { TableName })).Table);
    if (found !== wanted) {
      throw new Error(
        `table ${TableName} on disk has other keys or indexes than the template: found ${found}, expected ${wanted}; use another data folder or delete this one`,
        { cause: error },
      );
    }
  }
}

/** A new table takes items a moment after its creation was answered. */
async function untilActive(database: Database, TableName: string): Promise<void> {
  const { Table } = created.parse(await database.answer('DescribeTable', { TableName }));
  if (Table.TableStatus === 'ACTIVE') return;
  await pause(1);
  await untilActive(database, TableName);
}

const created = z.looseObject({ Table: z.looseObject({ TableStatus: z.string() }) });
const described = z.looseObject({ Table: properties });

function shape(table: z.infer<typeof properties>): string {
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const keys = indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
  const byName = keys.toSorted((a, b) => a.IndexName.localeCompare(b.IndexName));
  return JSON.stringify({ KeySchema: table.KeySchema, indexes: byName });
}
