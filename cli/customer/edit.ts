import { Command } from 'commander';
import type { CustomerEdit } from '../../domain/customer/edit.ts';
import { customerTermsOf, isSameTerms } from '../../domain/customer/terms.ts';
import {
  customerEditFrom,
  type EditableColumn,
  editableColumns,
} from '../../client/customers/customer-cells.ts';
import { confirm } from '../shell/ask.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { customerArgument } from './customer-argument.ts';
import { orNothing } from '../../client/words/entry-in-words.ts';
import { followCustomer } from './follow.ts';

interface EditOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
Examples:
  npx perennial customer edit C-CANT 'address=12 Quay Street|Auckland 1010' email=desk@cant.example
  npx perennial customer edit C-CANT vatId=

Fields are the columns of customers.csv, with values as they have them there; an empty value removes one.
Fields: ${editableColumns.join(', ')}.
What licences have of their customer, such as country, discount and purchase order, follows at once. Documents that were
issued stay; \`npx perennial invoice reissue\` issues one with the new data.`;

/** `customer edit`: changes single fields of a customer. */
export function editCommand(at: Invocation): Command {
  return new Command('edit')
    .description('change single fields of a customer; old and new values stay in its history')
    .argument(...customerArgument)
    .argument('<field=value...>', 'columns of customers.csv with values as they have them there')
    .option('--yes', 'make the change without asking')
    .option('--dry-run', 'print what would change, and change nothing')
    .option('--json', 'print the changes as JSON')
    .addHelpText('after', help)
    .action(async (customerId: string, words: readonly string[], options: EditOptions) => {
      await editCustomer(at, customerId, editIn(words), options);
    });
}

async function editCustomer(
  at: Invocation,
  named: string,
  edit: CustomerEdit,
  options: EditOptions,
): Promise<void> {
  const { output } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { operator } = deployment;
  const before = await deployment.requireCustomer(named);
  const planned = await operator.editCustomer({ customerId: named, edit, dryRun: true });
  const { customerId, changes } = planned;
  if (options.json !== true && changes.length > 0) {
    output.print(`Customer ${customerId}, ${before.name}:`);
    output.table(
      ['field', 'now', 'new'],
      changes.map(({ field, from, to }) => [field, orNothing(from), orNothing(to)]),
    );
  }
  if (changes.length === 0) output.note(`Customer ${customerId} is so already: there is nothing to change.`);
  if (options.dryRun === true) {
    if (options.json === true) output.json(planned);
    output.note('Dry run: nothing was done.');
    return;
  }
  if (changes.length > 0) {
    await confirm(at, options);
    await operator.editCustomer({ customerId, edit });
  }
  const after = await deployment.requireCustomer(customerId);
  const isFollowed = changes.length === 0 || !isSameTerms(customerTermsOf(before), customerTermsOf(after));
  const followed = isFollowed ? await followCustomer(at, deployment, customerId) : 0;
  if (options.json === true) output.json({ ...planned, licences: followed });
}

/** The edit that `field=value` words describe; refuses what is none. */
function editIn(words: readonly string[]): CustomerEdit {
  const cells: Partial<Record<EditableColumn, string>> = {};
  for (const word of words) {
    const column = editableColumns.find((each) => word.startsWith(`${each}=`));
    if (column === undefined)
      throw refused(`${word}: expected FIELD=VALUE, with a field of ${editableColumns.join(', ')}.`);
    cells[column] = word.slice(column.length + 1).trim();
  }
  const edit = customerEditFrom(cells);
  if (edit.ok) return edit.value;
  const { column, expected } = edit.mistake;
  throw refused(`${words.find((word) => word.startsWith(`${column}=`)) ?? column}: expected ${expected}.`);
}
