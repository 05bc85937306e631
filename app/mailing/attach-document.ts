import { fileOfDocument, keyOfDocument } from '../../contracts/delivery/documents.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { DocumentFiles } from '../../adapters/s3/document-files.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-item.ts';
import type { DocumentNumbers } from '../../adapters/dynamodb/documents/document-numbers.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import { documentContent, issuedIn, type Papers } from '../../documents/content/collect.ts';

/** What it takes to number, print and keep documents. */
export interface PrintingDependencies {
  readonly numbers: DocumentNumbers;
  readonly files: DocumentFiles;
}

/**
 * The numbers of all quotes and invoices that a licence's journal issues; those that have none get theirs. So every mail
 * names them by the numbers that are printed, also one that is sent before the mail that brings the document.
 */
export async function numberDocuments(
  { numbers }: Pick<PrintingDependencies, 'numbers'>,
  plan: Plan,
  licenceId: string,
  journal: readonly Event[],
): Promise<readonly NumberedDocument[]> {
  const numbered = [...(await numbers.ofLicence(licenceId))];
  const known = new Set(numbered.map(({ documentId }) => documentId));
  for (const document of issuedIn(journal)) {
    if (!known.has(document.documentId)) numbered.push(await numbers.number(plan, document));
  }
  return numbered;
}

/**
 * A quote or invoice as it is stored. The first mail that brings it prints it as of its issue and stores it; every other
 * fetches it. After a crash in between the same bytes are printed again.
 */
export async function attachDocument(
  { numbers, files }: PrintingDependencies,
  papers: Papers,
  numbered: NumberedDocument,
): Promise<Attachment> {
  const { plan, customer } = papers;
  const filename = fileOfDocument(numbered.number);
  const key = keyOfDocument(plan.id, numbered.issuedOn, numbered.number);
  if (numbered.isStored) return { filename, pdf: await files.fetch(key) };
  // Most mails bring no document and need not load what prints them.
  const { renderDocument } = await import('../../documents/render.ts');
  const content = documentContent(papers, numbered.documentId, numbered.number);
  const pdf = await files.keep(key, await renderDocument(content, customer.locale));
  await numbers.markStored(numbered);
  return { filename, pdf };
}
