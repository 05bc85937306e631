import { Command, InvalidArgumentError } from 'commander';
import { currencySchema } from '../../domain/billing/currency.ts';
import { withFormatOptions } from '../book/format/options.ts';
import type { Invocation } from '../shell/invocation.ts';
import { listCommand } from './list.ts';
import type { ImportPaymentsOptions } from './options.ts';
import { assignCommand } from './assign.ts';
import { dismissCommand } from './dismiss.ts';

/** `payments`: the payments of a bank, and those that nobody knows what they pay. */
export function paymentsCommand(at: Invocation): Command {
  return new Command()
    .addCommand(importCommand(at))
    .addCommand(listCommand(at))
    .addCommand(assignCommand(at))
    .addCommand(dismissCommand(at));
}

const help = `
Examples:
  npx perennial payments import statement.xml --dry-run
  npx perennial payments import bank.csv --map bank.map --dates D.M.Y --currency EUR

The file is a statement in CAMT.053 (versions 001.02 to 001.08) or a CSV file with the columns valueDate and amount, and
reference, currency, payer, account and id if the bank has them. --map names a file with a line for each header that
differs from ours, such as "valueDate = Valuta". Payments out are skipped; reversals are listed and not booked.

A payment is matched by the printed numbers in its text: spaces, dashes and case do not matter, and there may be several
numbers. Without a number it is matched by the id of a licence or customer in its text, or by the payer's name, and the
amount of one open invoice or of all. Perennial stores no bank accounts, so it does not match by IBAN. Whatever matches nothing
waits in a list: \`npx perennial payments list --unmatched\`.

Each payment is booked once, however often it is in the files that you import: docs/payments.md says how it is recognised. It
counts as received on its value date.

Exit status: 0 done; 1 some payments failed; 2 refused, nothing was booked; 130 stopped by Ctrl-C.`;

function importCommand(at: Invocation): Command {
  const command = new Command('import')
    .description("match the payments of a bank's file to licences, and record them")
    .argument('<file>', 'a CAMT.053 statement or a CSV file')
    .option('--currency <code>', 'the currency of rows of a CSV file that state none', readCurrency);
  return withFormatOptions(command)
    .option('--dry-run', 'print what would be booked, and book nothing')
    .option('--yes', 'book without asking')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action(async (file: string, options: ImportPaymentsOptions) => {
      const { importPayments } = await import('./import-payments.ts');
      await importPayments(at, file, options);
    });
}

function readCurrency(text: string): string {
  const currency = currencySchema.safeParse(text.toUpperCase());
  if (currency.success) return currency.data;
  throw new InvalidArgumentError('Expected a currency of ISO 4217 such as EUR.');
}
