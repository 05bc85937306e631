import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CivilDate } from '../../../domain/calendar.ts';
import { type Customer, customerFields } from '../../../domain/customer/customer.ts';
import { orLostRace } from '../table/faults.ts';
import { CustomerReader } from './customer-reader.ts';

type CopiesUpdate = Pick<UpdateCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues'>;

/** Who holds the licences: table `Customers`. */
export class CustomerStore extends CustomerReader {
  /**
   * Adds a customer or replaces what the vendor says of it. Undeliverable addresses stay so: whoever
   * gives the customer another address has mail sent there.
   */
  async put(customer: Customer): Promise<void> {
    const given = new Map<string, unknown>(Object.entries(customer));
    const set = customerFields.filter((name) => given.get(name) !== undefined);
    const removed = customerFields.filter((name) => given.get(name) === undefined);
    const removal = removed.length === 0 ? '' : ` REMOVE ${removed.map((name) => `#${name}`).join(', ')}`;
    await this.documents.send(
      new UpdateCommand({
        TableName: this.table,
        Key: { customerId: customer.customerId },
        UpdateExpression: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}${removal}`,
        ExpressionAttributeNames: Object.fromEntries(customerFields.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(set.map((name) => [`:${name}`, given.get(name)])),
      }),
    );
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

  /** Notes that an address of the customer's sends mail back for good. Noted twice, the first day counts. */
  async noteUndeliverable(customer: Customer, address: string, on: CivilDate): Promise<void> {
    if (customer.undeliverable?.some((each) => each.address === address) === true) return;
    await this.documents.send(
      new UpdateCommand({
        TableName: this.table,
        Key: { customerId: customer.customerId },
        UpdateExpression: 'SET undeliverable = list_append(if_not_exists(undeliverable, :none), :one)',
        ConditionExpression: 'attribute_exists(customerId)',
        ExpressionAttributeValues: { ':none': [], ':one': [{ address, on }] },
      }),
    );
  }
}
