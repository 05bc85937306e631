import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { printedDocument } from '../../client/deployment/documents.ts';
import { replay } from '../../domain/receivables/history.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';

const help = `
Example:
  npx perennial document SNUG-2026-00001 --out invoices

A document is printed by the first mail that brings it, and stored then. XRechnung and Peppol invoices have a file of XML
beside the PDF; Factur-X has its data in the PDF.`;

/** `document`: saves a quote, an invoice or a credit note as its customer got it. */
export function documentCommand(at: Invocation): Command {
  return new Command()
    .argument('<number>', 'the printed number')
    .option('--out <folder>', 'the folder that it is saved in', '.')
    .addHelpText('after', help)
    .action(async (number: string, { out }: { readonly out: string }) => {
      await saveDocument(at, number, out);
    });
}

async function saveDocument({ output, ...at }: Invocation, number: string, folder: string): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const { IssuedDocuments } = await import('../../client/finding/issued-documents.ts');
  const deployment = await connect({ output, ...at });
  const [journal] = await new IssuedDocuments(deployment).ofNumber(number);
  const history = journal && (await deployment.history(journal.licenceId));
  const document = history?.documents.find((each) => each.number === number);
  if (journal === undefined || document === undefined)
    throw refused(
      `There is no document ${number}. Check the number: it stands on the document and in its mail.`,
    );
  const { planId } = replay(journal.events).facts;
  const files = await printedDocument(deployment, planId, document);
  if (files.length === 0)
    throw failed(`${number} is not printed yet: the mail that brings it prints it, and has not gone out.`);
  mkdirSync(folder, { recursive: true });
  for (const { filename, bytes } of files) {
    const file = join(folder, filename);
    writeFileSync(file, bytes);
    output.print(file);
  }
}
