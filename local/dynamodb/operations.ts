import type { Request, Store } from 'dynalite/db/index.js';
import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import listTables from 'dynalite/actions/listTables.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import updateTable from 'dynalite/actions/updateTable.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import batchWriteItemRules from 'dynalite/validations/batchWriteItem.js';
import createTableRules from 'dynalite/validations/createTable.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import describeTableRules from 'dynalite/validations/describeTable.js';
import getItemRules from 'dynalite/validations/getItem.js';
import listTablesRules from 'dynalite/validations/listTables.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';
import updateTableRules from 'dynalite/validations/updateTable.js';
import validations from 'dynalite/validations/index.js';
import { ServiceError } from '../shared/service-error.ts';

const operations = {
  BatchGetItem: { action: batchGetItem, rules: batchGetItemRules },
  BatchWriteItem: { action: batchWriteItem, rules: batchWriteItemRules },
  CreateTable: { action: createTable, rules: createTableRules },
  DeleteItem: { action: deleteItem, rules: deleteItemRules },
  DescribeTable: { action: describeTable, rules: describeTableRules },
  GetItem: { action: getItem, rules: getItemRules },
  ListTables: { action: listTables, rules: listTablesRules },
  PutItem: { action: putItem, rules: putItemRules },
  Query: { action: query, rules: queryRules },
  Scan: { action: scan, rules: scanRules },
  UpdateItem: { action: updateItem, rules: updateItemRules },
  UpdateTable: { action: updateTable, rules: updateTableRules },
};

/** The operations of DynamoDB that dynalite does by itself. */
export type Operation = keyof typeof operations;

/** Whether dynalite does an operation of this name. */
export function isOperation(name: string): name is Operation {
  return name in operations;
}

/**
 * Checks a request by dynalite's own rules and parses the expressions in it.
 * @returns the request in the form that `perform` takes
 * @throws what DynamoDB answers to a request of wrong form
 */
export function validate(store: Store, operation: Operation, request: Request): Request {
  const { types, custom } = operations[operation].rules;
  const checked = validations.checkTypes(request, types);
  validations.checkValidations(checked, types, custom, store);
  return checked;
}

/**
 * Has dynalite do an operation.
 * @param request what `validate` gave
 */
export async function perform(store: Store, operation: Operation, request: Request): Promise<object> {
  return await new Promise((resolve, reject) => {
    operations[operation].action(store, request, (error, response) => {
      if (response === undefined)
        reject(error instanceof Error ? error : new ServiceError('InternalServerError', String(error)));
      else resolve(response);
    });
  });
}
