import { Command, InvalidArgumentError } from 'commander';
import { CustomerBook } from '../../client/customers/customer-book.ts';
import { customerColumns, noteOn } from '../../client/listing/customer-row.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing, listing, type ListingOptions } from '../shell/listing.ts';

interface ListOptions extends ListingOptions {
  readonly after?: string;
  readonly limit?: number;
}

const help = `
Examples:
  npx perennial customer list
  npx perennial customer list --after C-CANT --limit 100 --csv

Customers are printed in the order of their ids.`;

/** `customer list`: all customers. */
export function listCommand(at: Invocation): Command {
  const command = new Command('list')
    .description('list the customers')
    .option('--after <customer>', 'only those whose ids come after this one')
    .option('--limit <number>', 'at most so many', readLimit);
  return listing(command)
    .addHelpText('after', help)
    .action(async (options: ListOptions) => {
      await listCustomers(at, options);
    });
}

async function listCustomers(at: Invocation, options: ListOptions): Promise<void> {
  const { output, signal } = at;
  const { connect } = await import('../shell/connect.ts');
  const book = new CustomerBook(await connect(at));
  const listed = new Listing(output, columns, options);
  let unreadable = 0;
  for await (const page of book.pages(options.after, options.limit)) {
    signal.throwIfAborted();
    if (!output.isRead) return;
    unreadable += page.unreadable.length;
    for (const { problem } of page.unreadable) output.note(`Skipping ${problem}`);
    listed.add(page.values);
  }
  if (listed.isEmpty && listed.isTable) output.note('No customers.');
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'customer')} cannot be read.`);
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number of customers such as 100.');
}

const columns: Columns<Customer> = {
  table: [
    ['customer', ({ customerId }) => customerId],
    ['name', ({ name }) => name],
    ['kind', ({ kind }) => kind],
    ['country', ({ country }) => country],
    ['e-mail', ({ email }) => email],
    ['note', noteOn],
  ],
  csv: customerColumns,
};
