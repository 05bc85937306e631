import { Command } from 'commander';
import { CustomerBook } from '../../client/customers/customer-book.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { confirm } from '../shell/ask.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { customerArgument } from './customer-argument.ts';
import { followCustomer } from './follow.ts';

interface MergeOptions {
  readonly into: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
Example:
  npx perennial customer merge C-CANT C-REEF --into C-REEF

The other customer becomes a pointer: every command and import that names it uses the one that stays. Open quotes and
invoices stay open. Nobody is mailed. If it is interrupted, run the command again.`;

/** `customer merge`: two records of one customer into one of them. */
export function mergeCommand(at: Invocation): Command {
  return new Command('merge')
    .description('merge two records of one customer: licences, credit, notes and history go to one of them')
    .argument(...customerArgument)
    .argument('<other>', 'the id of the other customer')
    .requiredOption('--into <customer>', 'the one of the two that stays')
    .option('--yes', 'merge them without asking')
    .option('--dry-run', 'print what would happen, and change nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (one: string, other: string, options: MergeOptions) => {
      await merge(at, goingOf(one, other, options.into), options);
    });
}

/** The one of the two that goes. */
function goingOf(one: string, other: string, into: string): string {
  if (one !== other && into === one) return other;
  if (one !== other && into === other) return one;
  throw refused(`--into ${into}: name two different customers, and with --into the one of them that stays.`);
}

async function merge(at: Invocation, customerId: string, options: MergeOptions): Promise<void> {
  const { output } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { operator } = deployment;
  const planned = await operator.mergeCustomers({ customerId, into: options.into, dryRun: true });
  const [goes] = (await deployment.customers([customerId])).values;
  const stays = await deployment.requireCustomer(planned.into);
  const licenceIds = await new CustomerBook(deployment).licenceIds(customerId);
  output.note(`This merges ${named(goes, customerId)} into ${named(stays, planned.into)}.`);
  output.note(`${countOf(licenceIds.length, 'licence')} will belong to ${planned.into}.`);
  if (options.dryRun === true) {
    if (options.json === true) output.json({ ...planned, licenceIds });
    output.note('Dry run: nothing was done.');
    return;
  }
  await confirm(at, options);
  await operator.mergeCustomers({ customerId, into: planned.into });
  const moved = await followCustomer(at, deployment, customerId);
  if (options.json === true) output.json({ ...planned, licences: moved });
  else output.print(`Customer ${customerId} was merged into ${planned.into}.`);
}

function named(customer: Customer | undefined, customerId: string): string {
  return customer === undefined ? customerId : `${customer.customerId} (${customer.name}, ${customer.email})`;
}
