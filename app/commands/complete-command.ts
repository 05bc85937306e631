import { customerTermsOf } from '../../domain/customer/terms.ts';
import type { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { Refused } from './refused.ts';
import type { UndatedCommand } from './undated-command.ts';

/** A command with what the tables know of it. Throws `Refused` where there is no customer to transfer a licence to. */
export async function completeCommand(
  customers: CustomerStore,
  command: LicenceCommand,
): Promise<UndatedCommand> {
  if (command.activity !== 'transfer') return command;
  const customer = await customers.get(command.to);
  if (customer === undefined)
    throw new Refused(`there is no customer ${command.to}: check the id, or import the customer first`);
  return { ...command, terms: customerTermsOf(customer) };
}
