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

/** An address that takes no mail, and why. */
type Noted = NonNullable<Customer['undeliverable']>[number];

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

  /** Forgets that addresses of a customer sent mail back, or that their readers want no mails: all that are chosen. */
  async clearUndeliverable(customerId: string, isCleared: (noted: Noted) => boolean): Promise<void> {
    await retryOnConflict(async () => {
      const { undeliverable = [] } = (await this.find(customerId)) ?? {};
      const left = undeliverable.filter((noted) => !isCleared(noted));
      if (left.length < undeliverable.length) await this.putNoted(customerId, undeliverable, left);
    });
  }

  /**
   * Notes that an address of the customer's sends mail back for good, or that its reader wants no mails. Noted twice,
   * the first day counts. What comes back is listed for the operators. Nothing is noted of a customer who was erased.
   */
  async noteUndeliverable(
    customerId: string,
    address: string,
    on: CivilDate,
    why: 'returned' | 'complained' = 'returned',
  ): Promise<void> {
    const added: Noted = { address, on, ...(why === 'complained' && { complained: true }) };
    const listed = why === 'returned' ? returnedEntry(customerId, on) : undefined;
    await retryOnConflict(async () => {
      const customer = await this.find(customerId);
      if (customer === undefined || customer.erasedOn !== undefined) return;
      const { undeliverable: before } = customer;
      if (before?.some((each) => each.address === address) === true) return;
      await this.putNoted(customerId, before, [...(before ?? []), added], listed);
    });
  }

  /** Together with the entry by which it is listed. Throws `ConcurrentChange` where other addresses are noted by now. */
  private async putNoted(
    customerId: string,
    before: readonly Noted[] | undefined,
    after: readonly Noted[],
    listed?: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { conditions, values } = stillNoted(before);
    const update = {
      TableName: this.table,
      Key: { customerId },
      UpdateExpression: 'SET undeliverable = :after',
      ConditionExpression: ['attribute_exists(customerId)', ...conditions].join(' AND '),
      ExpressionAttributeValues: { ':after': after, ...values },
    };
    const entry = { Put: { TableName: this.search.table, Item: listed } };
    const write =
      listed === undefined
        ? this.documents.send(new UpdateCommand(update))
        : this.documents.send(new TransactWriteCommand({ TransactItems: [{ Update: update }, entry] }));
    await write.catch((error: unknown) => {
      throw orLostRace(error, `customer ${customerId}`);
    });
  }
}

/** That these addresses are noted, in this order. */
function stillNoted(noted: readonly Noted[] | undefined): Condition {
  if (noted === undefined) return { conditions: ['attribute_not_exists(undeliverable)'], values: {} };
  return {
    conditions: [
      'size(undeliverable) = :size',
      ...noted.map((_, place) => `undeliverable[${place}].address = :address_${place}`),
    ],
    values: {
      ':size': noted.length,
      ...Object.fromEntries(noted.map(({ address }, place) => [`:address_${place}`, address])),
    },
  };
}
