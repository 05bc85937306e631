import { Command } from 'commander';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { confirm } from '../shell/ask.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Output } from '../shell/output.ts';
import { customerArgument } from './customer-argument.ts';

type Erasure = Omit<AnswerOf<'erase-customer'>, 'next'>;

interface EraseOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const mostNamed = 20;

const help = `
Example:
  npx perennial customer erase C-CANT --dry-run

This answers a request for erasure (GDPR, Article 17). It is refused while a licence is active or money is open. Invoices,
credit notes and accepted quotes are kept as long as the plan says (documentsKeptYears); run the command again after that.
Backups of the tables forget the data after 35 days. Nothing can bring the data back.`;

/** `customer erase`: the personal data of a customer. */
export function eraseCommand(at: Invocation): Command {
  return new Command('erase')
    .description('erase the personal data of a customer whose licences have all ended')
    .argument(...customerArgument)
    .option('--yes', 'erase them without asking')
    .option('--dry-run', 'print what would be erased and what is kept, and change nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (customerId: string, options: EraseOptions) => {
      await eraseCustomer(at, customerId, options);
    });
}

async function eraseCustomer(at: Invocation, named: string, options: EraseOptions): Promise<void> {
  const { output } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const planned = await erasure(at, deployment, named, true);
  const { customerId, obstacles } = planned;
  if (obstacles.length > 0) {
    if (options.json === true) output.json(planned);
    throw refused(`Nothing was erased: customer ${customerId} has licences that are not over.`, {
      details: obstacles
        .slice(0, mostNamed)
        .map(({ licenceId, reason }) => `${licenceId}: ${reason}`)
        .concat(obstacles.length > mostNamed ? [`… and ${obstacles.length - mostNamed} more`] : []),
    });
  }
  const { name } = await deployment.requireCustomer(customerId);
  output.note(`This erases the personal data of customer ${customerId}, ${name}, for ever.`);
  if (options.json !== true) printDocuments(output, planned);
  if (options.dryRun === true) {
    if (options.json === true) output.json(planned);
    output.note('Dry run: nothing was done.');
    return;
  }
  await confirm(at, options);
  const done = await erasure(at, deployment, customerId, false);
  if (options.json === true) output.json(done);
  else output.print(`The personal data of customer ${customerId} were erased.`);
}

/** Asks for all licences of the customer, some at a time. */
async function erasure(
  { signal }: Invocation,
  { operator }: Deployment,
  named: string,
  dryRun: boolean,
): Promise<Erasure> {
  let { next, ...all } = await operator.eraseCustomer({ customerId: named, dryRun });
  while (next !== undefined) {
    signal.throwIfAborted();
    const more = await operator.eraseCustomer({ customerId: named, after: next, dryRun });
    all = { ...all, documents: [...all.documents, ...more.documents] };
    next = more.next;
  }
  return all;
}

function printDocuments(output: Output, { documents }: Erasure): void {
  const deleted = documents.filter(({ keptUntil }) => keptUntil === undefined);
  const kept = documents.filter(({ keptUntil }) => keptUntil !== undefined);
  if (deleted.length > 0) output.print(`${countOf(deleted.length, 'document')} will be deleted.`);
  if (kept.length === 0) return;
  output.print(`${countOf(kept.length, 'document')} must be kept:`);
  output.table(
    ['document', 'number', 'issued', 'kept until'],
    kept.map(({ kind, number, issuedOn, keptUntil }) => [
      kind === 'creditNote' ? 'credit note' : kind,
      number,
      issuedOn,
      keptUntil ?? '',
    ]),
  );
}
