import { TransactWriteCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CivilDate } from '../../../domain/calendar.ts';
import { type Customer, customerFields } from '../../../domain/customer/customer.ts';
import type { Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';
import { orLostRace } from '../table/faults.ts';
import { NotValid } from '../table/parse.ts';
import { retryOnConflict } from '../table/retry.ts';
import { CustomerReader } from './customer-reader.ts';
import { returnedEntry } from './returned-mail.ts';
import { foundBy, SearchIndex } from './search-index.ts';
import { type Condition, stillAs } from './still-as.ts';

/** That there is no such customer yet. */
const isNew: Condition = { conditions: ['attribute_not_exists(customerId)'], values: {} };

type CopiesUpdate = Pick<UpdateCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues'>;

/** Who holds the licences: table `Customers`. */
export class CustomerStore extends CustomerReader {
  private readonly search: SearchIndex;

  constructor(documents: Documents, settings: Settings) {
    super(documents, settings);
    this.search = new SearchIndex(documents, settings);
  }

  /**
   * Adds a customer or replaces what the vendor says of it, together with the words that it is found by. Undeliverable
   * addresses stay so: whoever gives the customer another address has mail sent there.
   */
  async put(customer: Customer): Promise<void> {
    await retryOnConflict(() => this.putOver(customer));
  }

  private async putOver(customer: Customer): Promise<void> {
    const { before, still } = await this.asRead(customer.customerId);
    const given = new Map<string, unknown>(Object.entries(customer));
    const set = customerFields.filter((name) => given.get(name) !== undefined);
    const removed = customerFields.filter((name) => given.get(name) === undefined);
    const removal = removed.length === 0 ? '' : ` REMOVE ${removed.map((name) => `#${name}`).join(', ')}`;
    const update = {
      TableName: this.table,
      Key: { customerId: customer.customerId },
      UpdateExpression: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}${removal}`,
      ...(still !== undefined && { ConditionExpression: still.conditions.join(' AND ') }),
      ExpressionAttributeNames: Object.fromEntries(customerFields.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(set.map((name) => [`:${name}`, given.get(name)])),
        ...still?.values,
      },
    };
    const entries = this.search.changes(before, customer);
    const write =
      entries.length === 0
        ? this.documents.send(new UpdateCommand(update))
        : this.documents.send(new TransactWriteCommand({ TransactItems: [{ Update: update }, ...entries] }));
    await write.catch((error: unknown) => {
      throw orLostRace(error, `customer ${customer.customerId}`);
    });
  }

  /** What the table has of a customer, and that it still has it. What cannot be read is replaced by whatever can be. */
  private async asRead(
    customerId: string,
  ): Promise<{ readonly before?: Customer | undefined; readonly still?: Condition }> {
    try {
      const before = await this.find(customerId);
      return { before, still: before === undefined ? isNew : stillAs(before, foundBy) };
    } catch (error) {
      if (error instanceof NotValid) return {};
      throw error;
    }
  }

  /** Stops the copies that a partner gets of its customers' mails. Stopped twice, the first day counts. */
  async stopCopies(partnerId: string, on: CivilDate): Promise<void> {
    await this.changeCopies(partnerId, {
      UpdateExpression: 'SET copiesStoppedOn = if_not_exists(copiesStoppedOn, :on)',
      ExpressionAttributeValues: { ':on': on },
    });
  }

  /** Stops the copies that the account manager of a customer gets. Stopped twice, the first day counts. */
  async stopManagerCopies(customerId: string, on: CivilDate): Promise<void> {
    await this.changeCopies(customerId, {
      UpdateExpression: 'SET managerCopiesStoppedOn = if_not_exists(managerCopiesStoppedOn, :on)',
      ExpressionAttributeValues: { ':on': on },
    });
  }

  async resumeCopies(partnerId: string): Promise<void> {
    await this.changeCopies(partnerId, { UpdateExpression: 'REMOVE copiesStoppedOn' });
  }

  async resumeManagerCopies(customerId: string): Promise<void> {
    await this.changeCopies(customerId, { UpdateExpression: 'REMOVE managerCopiesStoppedOn' });
  }

  private async changeCopies(customerId: string, update: CopiesUpdate): Promise<void> {
    await this.documents.send(
      new UpdateCommand({
        TableName: this.table,
        Key: { customerId },
        ConditionExpression: 'attribute_exists(customerId)',
        ...update,
      }),
    );
  }

  /** Forgets that the address at a place of the customer's list sent mail back. Throws `ConcurrentChange` where it is another. */
  async clearUndeliverable(customerId: string, address: string, place: number): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.table,
      Key: { customerId },
      UpdateExpression: `REMOVE undeliverable[${place}]`,
      ConditionExpression: `undeliverable[${place}].address = :address`,
      ExpressionAttributeValues: { ':address': address },
    });
    await this.documents.send(update).catch((error: unknown) => {
      throw orLostRace(error, `customer ${customerId}`);
    });
  }

  /**
   * Notes that an address of the customer's sends mail back for good, or that its reader wants no mails. Noted twice,
   * the first day counts. What comes back is listed for the operators.
   */
  async noteUndeliverable(
    customer: Customer,
    address: string,
    on: CivilDate,
    why: 'returned' | 'complained' = 'returned',
  ): Promise<void> {
    if (customer.undeliverable?.some((each) => each.address === address) === true) return;
    const { customerId } = customer;
    const update = {
      TableName: this.table,
      Key: { customerId },
      UpdateExpression: 'SET undeliverable = list_append(if_not_exists(undeliverable, :none), :one)',
      ConditionExpression: 'attribute_exists(customerId)',
      ExpressionAttributeValues: {
        ':none': [],
        ':one': [{ address, on, ...(why === 'complained' && { complained: true }) }],
      },
    };
    if (why === 'complained') {
      await this.documents.send(new UpdateCommand(update));
      return;
    }
    await retryOnConflict(() => this.noteReturned(update, customerId, on));
  }

  /** Writes it together with the entry by which it is listed. */
  private async noteReturned(
    update: UpdateCommandInput & { UpdateExpression: string },
    customerId: string,
    on: CivilDate,
  ): Promise<void> {
    const entry = { TableName: this.search.table, Item: returnedEntry(customerId, on) };
    const write = new TransactWriteCommand({ TransactItems: [{ Update: update }, { Put: entry }] });
    await this.documents.send(write).catch((error: unknown) => {
      throw orLostRace(error, `customer ${customerId}`);
    });
  }
}
