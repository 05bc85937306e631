import type { Table } from 'dynalite/db/index.js';
import { isObject } from '../shared/json.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { ItemChange } from './capacity.ts';
import { itemSize, sizeOf, type Item } from './item-size.ts';

// dynalite counts characters where DynamoDB counts bytes, and overlooks the keys of indexes and whole transactions.

const mostItemBytes = 400 * 1024;
const mostHashBytes = 2048;
const mostRangeBytes = 1024;
const mostTransactionBytes = 4 * 1024 * 1024;
const longestToken = 36;

const emptyKey = 'The AttributeValue for a key attribute cannot contain an empty string value.';

/**
 * Refuses an item that DynamoDB would not store.
 * @param isUpdate whether an expression has made it, which the message distinguishes
 * @throws ServiceError ValidationException
 */
export function refuseItem(table: Table, item: Item, isUpdate: boolean): void {
  if (itemSize(item) > mostItemBytes) {
    throw invalid(`Item size ${isUpdate ? 'to update ' : ''}has exceeded the maximum allowed size`);
  }
  refuseKey(table, item);
  for (const { IndexName, KeySchema } of indexesOf(table)) {
    for (const [position, { AttributeName: name }] of KeySchema.entries()) {
      const key = textOf(item[name]);
      if (key === '') {
        throw invalid(
          isUpdate
            ? `The update expression attempted to update a secondary index key to a value that is not supported. ${emptyKey}`
            : `One or more parameter values are not valid. A value specified for a secondary index key is not supported. ${emptyKey} IndexName: ${IndexName}, IndexKey: ${name}`,
        );
      }
      if (bytesOf(key) > (position === 0 ? mostHashBytes : mostRangeBytes)) {
        throw invalid('One or more parameter values were invalid: Size limit exceeded');
      }
    }
  }
}

/** Refuses a key of more bytes than DynamoDB takes. @throws ServiceError ValidationException */
function refuseKey({ KeySchema: [hash, range] }: Table, key: Item): void {
  if (hash !== undefined && bytesOf(textOf(key[hash.AttributeName])) > mostHashBytes) {
    throw invalid(
      `One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of${mostHashBytes} bytes`,
    );
  }
  if (range !== undefined && bytesOf(textOf(key[range.AttributeName])) > mostRangeBytes) {
    throw invalid(
      `One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of ${mostRangeBytes} bytes`,
    );
  }
}

/** Refuses a query for an empty key. @param conditions by attribute, as dynalite has read them */
export function refuseEmptyKeys(conditions: unknown): void {
  for (const [name, condition] of Object.entries(isObject(conditions) ? conditions : {})) {
    const values: unknown = isObject(condition) ? condition['AttributeValueList'] : [];
    if (Array.isArray(values) && values.some((value) => textOf(value) === '')) {
      throw invalid(`One or more parameter values are not valid. ${emptyKey} Key: ${name}`);
    }
  }
}

/** Refuses a transaction of items with more than 4 MB together. @throws ServiceError ValidationException */
export function refuseTransaction(changes: readonly Pick<ItemChange, 'before' | 'after'>[]): void {
  const bytes = changes.reduce((sum, { before, after }) => sum + Math.max(sizeOf(before), sizeOf(after)), 0);
  if (bytes <= mostTransactionBytes) return;
  throw invalid(`Transaction payload size cannot exceed 4MB. Payload Size: ${bytes}`);
}

/** Refuses a ClientRequestToken that is too long. @throws ServiceError ValidationException */
export function refuseToken(token: string | undefined): void {
  if (token === undefined || token.length <= longestToken) return;
  throw invalid(
    `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to ${longestToken}`,
  );
}

function indexesOf(table: Table): readonly { IndexName: string; KeySchema: Table['KeySchema'] }[] {
  return [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
}

/** The text of a value; undefined for a value of any other type. */
function textOf(value: unknown): string | undefined {
  const text = isObject(value) ? value['S'] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function bytesOf(text = ''): number {
  return Buffer.byteLength(text);
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
