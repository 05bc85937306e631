import { customerTermsOf } from '../../domain/customer/terms.ts';
import type { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { requireCustomer } from '../customers/require-customer.ts';
import type { UndatedCommand } from './undated-command.ts';

/** A command with what the tables know of it. Throws `Refused` where there is no customer to transfer a licence to. */
export async function completeCommand(
  customers: CustomerStore,
  command: LicenceCommand,
): Promise<UndatedCommand> {
  if (command.activity !== 'transfer') return command;
  const customer = await requireCustomer(customers, command.to);
  return { ...command, to: customer.customerId, terms: customerTermsOf(customer) };
}
