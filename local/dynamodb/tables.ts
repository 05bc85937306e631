import type { Store, Table } from 'dynalite/db/index.js';
import { ServiceError } from '../service-error.ts';

/** The description of a table. Throws ResourceNotFoundException when there is none. */
export async function tableOf(store: Store, name: string): Promise<Table> {
  return await new Promise((resolve, reject) => {
    store.getTable(name, (_error, table) => {
      if (table === undefined)
        reject(new ServiceError('ResourceNotFoundException', 'Requested resource not found'));
      else resolve(table);
    });
  });
}

/** The item under a key of a table, undefined when there is none. */
export function readItem(store: Store, table: Table, key: string): unknown {
  return store.db.getSync(`item-${table.TableName}~${key}`);
}
