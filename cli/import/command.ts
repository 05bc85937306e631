import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import type { ImportOptions } from './import-book.ts';

const help = `
Examples:
  npx perennial import samples/five-plans --dry-run
  npx perennial import samples/five-plans --date 2025-12-01 --yes

The book is a folder with customers.csv and licences.csv. It is checked whole first, and a mistake in it refuses it.
A licence that is known already stays as it is, but for its customer's kind and country; other facts that differ refuse
the book too, field by field. After an interruption give the same command again: it takes up what is left. --json
gives a line of JSON for each customer and licence that is new, changed or refused, and a last one with their numbers.
Mails that registrations call for go out with the next run.

Exit status: 0 done; 1 some writes failed; 2 the book was refused and nothing was done; 130 stopped by Ctrl-C.`;

/** `import`: a book's customers and licences. */
export function importCommand(at: Invocation): Command {
  return new Command('import')
    .description("bring a book's customers and licences in")
    .argument('<folder>', 'the book')
    .option('--dry-run', 'say what would be new, changed or refused, and do nothing')
    .option('--date <date>', 'when licences enter the book that do not say; default: today', readDate)
    .option('--yes', 'do it without asking')
    .option('--json', 'what is new, changed and refused, as lines of JSON')
    .addHelpText('after', help)
    .action(async (folder: string, options: ImportOptions) => {
      const { importBook } = await import('./import-book.ts');
      await importBook(at, folder, options);
    });
}
