import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { CustomerBook } from '../../client/customers/customer-book.ts';
import type { Deployment, LicenceHistory } from '../../client/deployment/deployment.ts';
import { type KeptPayment, keptPaymentsOf } from '../../client/payments/kept-payments.ts';
import { keyOfDocument } from '../../contracts/delivery/documents.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { paymentIdsIn } from '../../domain/payments/incoming.ts';
import { countOf } from '../shell/count-of.ts';
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
    .option('--json', 'print JSON, as always')
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
  const book = new CustomerBook(deployment);
  const history = await book.history(customer.customerId);
  const merged = history.flatMap((entry) => (entry.type === 'merged' ? [entry.from] : []));
  const licences: ExportedLicence[] = [];
  for (const licenceId of await book.licenceIds(customer.customerId)) {
    signal.throwIfAborted();
    licences.push(await licenceIn(deployment, licenceId));
  }
  const all = {
    exportedAt: now,
    customer,
    mergedCustomers: (await deployment.customers(merged)).values,
    history,
    licences,
    payments: await paymentsOf(deployment, licences),
  };
  if (out === undefined) {
    output.json(all);
    return;
  }
  await writeNew(out, `${JSON.stringify(all, null, 2)}\n`);
  output.note(
    `Customer ${customer.customerId} was written to ${out}, with ${countOf(licences.length, 'licence')}.`,
  );
}

interface ExportedLicence extends Partial<LicenceHistory> {
  readonly licenceId: string;
  readonly planId?: string;
}

/** Everything that the table has of a licence, and where its documents are. */
async function licenceIn(deployment: Deployment, licenceId: string): Promise<ExportedLicence> {
  const history = await deployment.history(licenceId);
  if (history === undefined) return { licenceId };
  const registered = history.events.find(({ event }) => event.type === 'LicenceRegistered')?.event;
  const planId = registered?.type === 'LicenceRegistered' ? registered.facts.planId : '';
  const bucket = deployment.outputs[outputs.documentsBucket];
  const documents = history.documents.map((document) => ({
    ...document,
    bucket,
    key: keyOfDocument(planId, document.issuedOn, document.number),
  }));
  return { licenceId, planId, ...history, documents };
}

/** What banks and payment systems said of the payments that the licences' journals have: who paid, and what they wrote. */
async function paymentsOf(
  deployment: Deployment,
  licences: readonly ExportedLicence[],
): Promise<readonly KeptPayment[]> {
  const journal = licences.flatMap(({ events = [] }) => events.map(({ event }) => event));
  return [...(await keptPaymentsOf(deployment).getAll(paymentIdsIn(journal))).values()];
}

/** Writes a file that only its owner can read; refuses to write over one. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw refused(`--out ${path}: there is such a file. Name a new one.`);
    if (code === 'ENOENT') throw refused(`--out ${path}: there is no such folder. Make it, or name another.`);
    throw error;
  }
}
