import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { withFormatOptions } from '../book/format/options.ts';
import { refused } from '../shell/ending.ts';
import { readDate } from '../simulate/options.ts';
import type { ImportOptions } from './import-book.ts';

const help = `
Examples:
  npx perennial import samples/five-plans --dry-run
  npx perennial import samples/five-plans --date 2025-12-01 --yes
  npx perennial import --template new-book

A book is a folder with customers.csv and licences.csv; docs/book.md describes their columns. Fields are separated by
commas, semicolons or tabs, and amounts may have a decimal comma. --map names a file with a line for each header that
differs from ours, such as "customerId = Customer No.".

The command checks the whole book first and imports nothing if it finds a mistake. It asks about doubtful values, such
as an edition that the price list lacks; with --yes, they need --accept-warnings too.

For a licence that exists, it updates only what the licence keeps of its customer: kind, country, tax, discount, purchase
order and together. If other facts differ, it lists them and imports nothing. After an interruption, run the same command
again to import the rest. --json prints a line of JSON for each customer and licence that is new, changed or refused, and
their numbers last. The next run sends the mails that registrations call for.

Exit status: 0 done; 1 some writes failed; 2 refused, nothing was imported; 130 stopped by Ctrl-C.`;

interface Options extends ImportOptions {
  readonly template?: string;
}

/** `import`: a book's customers and licences. */
export function importCommand(at: Invocation): Command {
  const command = new Command()
    .argument('[folder]', 'the book')
    .option('--dry-run', 'print what would be new, changed or refused, and import nothing')
    .option('--date <date>', 'the registration day of licences whose row has none; default: today', readDate);
  return withFormatOptions(command)
    .option('--template <folder>', 'write an empty book to a new folder, and import nothing')
    .option('--yes', 'import without asking')
    .option('--accept-warnings', 'with --yes, import doubtful values too')
    .option('--json', 'print what is new, changed and refused as lines of JSON')
    .addHelpText('after', help)
    .action(async (folder: string | undefined, options: Options) => {
      const { template } = options;
      if (template !== undefined) {
        const { writeTemplate } = await import('./template.ts');
        writeTemplate(at.output, template);
        return;
      }
      if (folder === undefined) throw refused('Name the folder of the book, such as samples/five-plans.');
      const { importBook } = await import('./import-book.ts');
      await importBook(at, folder, options);
    });
}
