import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { CustomerBook } from '../../client/customers/customer-book.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { customerArgument } from './customer-argument.ts';

interface ExportOptions {
  readonly out?: string;
}

const help = `
Examples:
  npx perennial customer export C-CANT
  npx perennial customer export C-CANT --out cant.json

The file answers a request for access to personal data (GDPR, Article 15). It lists documents with their places in S3; who
may read them there has a copy of each. Copies that other systems keep of published events are not in it.`;

/** `customer export`: all that is stored about a customer. */
export function exportCommand(at: Invocation): Command {
  return new Command('export')
    .description('print all that is stored about a customer, as JSON')
    .argument(...customerArgument)
    .option('--out <file>', 'write it to a new file that only you can read')
    .option('--json', 'accepted for scripts; the output is always JSON')
    .addHelpText('after', help)
    .action(async (customerId: string, { out }: ExportOptions) => {
      await exportCustomer(at, customerId, out);
    });
}

async function exportCustomer(at: Invocation, named: string, out: string | undefined): Promise<void> {
  const { output, signal, now } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const customer = await deployment.requireCustomer(named);
  const about = await new CustomerBook(deployment).allAbout(customer, signal);
  const all = { exportedAt: now, ...about };
  if (out === undefined) {
    output.json(all);
    return;
  }
  await writeNew(out, `${JSON.stringify(all, null, 2)}\n`);
  output.note(
    `Customer ${customer.customerId} was written to ${out}, with ${countOf(about.licences.length, 'licence')}.`,
  );
}

/** Writes a file that only its owner can read; refuses to write over one. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw refused(`--out ${path} already exists. Name a new file.`);
    if (code === 'ENOENT')
      throw refused(`--out ${path}: the folder does not exist. Create it, or name another.`);
    throw error;
  }
}
