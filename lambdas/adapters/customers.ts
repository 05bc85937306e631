import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from './clients.ts';
import { type Customer, customerSchema } from '../../domain/customer.ts';
import { environment } from '../names.ts';
import { parseAt } from './parse.ts';
import { setting, type Settings } from './settings.ts';

/** Who holds the licences: table `Customers`. */
export class CustomerStore {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.customersTable);
  }

  async get(customerId: string): Promise<Customer | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: { customerId }, ConsistentRead: true }),
    );
    return Item && parseAt(`customer ${customerId} in the table`, customerSchema, Item);
  }

  /** Adds a customer or replaces what was known of it. */
  async put(customer: Customer): Promise<void> {
    await this.documents.send(new PutCommand({ TableName: this.table, Item: customer }));
  }
}
