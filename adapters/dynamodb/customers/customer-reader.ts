import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { itemsAt } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { type Customer, storedCustomerSchema } from '../../../domain/customer/customer.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { parseAt } from '../table/parse.ts';
import { readEach, type ReadItems, withItems } from '../table/read-each.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** Customers for whoever only looks at them: table `Customers`. */
export class CustomerReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.customersTable);
  }

  /** A customer, or the one that took its place; undefined where there is none. */
  async get(customerId: string): Promise<Customer | undefined> {
    const customer = await this.find(customerId);
    return customer?.mergedInto === undefined ? customer : this.get(customer.mergedInto);
  }

  /** A customer as the table has it, also where another took its place. */
  async find(customerId: string): Promise<Customer | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: { customerId }, ConsistentRead: true }),
    );
    return Item && customerFrom(customerId, Item);
  }

  /** Those of the customers that there are, in no order. Throws as `itemsAt` does. */
  async getAll(customerIds: readonly string[]): Promise<ReadItems<Customer>> {
    const keys = customerIds.map((customerId) => ({ customerId }));
    let customers: ReadItems<Customer> = { values: [], unreadable: [] };
    for await (const items of itemsAt(this.documents, this.table, keys, { ConsistentRead: true }))
      customers = withItems(customers, readEach(items, 'customerId', customerFrom));
    return customers;
  }
}

function customerFrom(customerId: string, item: unknown): Customer {
  return parseAt(`customer ${customerId} in the table`, storedCustomerSchema, item);
}
