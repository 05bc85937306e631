import { fileOfDocument, keyOfDocument } from '../../contracts/documents.ts';
import type { DocumentFiles } from '../../adapters/s3/document-files.ts';
import type { DocumentNumbers } from '../../adapters/dynamodb/documents/document-numbers.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import { documentContent, issueOf, type Papers } from '../../documents/content/collect.ts';

/** What it takes to number, print and keep documents. */
export interface PrintingDependencies {
  readonly numbers: DocumentNumbers;
  readonly files: DocumentFiles;
}

/**
 * A quote or invoice as it is stored. The first mail that brings it numbers it, prints it as of its issue and stores it;
 * every other fetches it. A crash in between leaves the number; the same bytes are printed again.
 */
export async function attachDocument(
  { numbers, files }: PrintingDependencies,
  papers: Papers,
  documentId: string,
): Promise<Attachment> {
  const { plan, customer } = papers;
  const { type, licenceId, date } = issueOf(papers.journal, documentId);
  const kind = type === 'InvoiceIssued' ? 'invoice' : 'quote';
  const numbered = await numbers.number(plan, { licenceId, documentId, kind, issuedOn: date });
  const filename = fileOfDocument(numbered.number);
  const key = keyOfDocument(plan.id, numbered.issuedOn, numbered.number);
  if (numbered.isStored) return { filename, pdf: await files.fetch(key) };
  // Most mails bring no document and need not load what prints them.
  const { renderDocument } = await import('../../documents/render.ts');
  const content = documentContent(papers, documentId, numbered.number);
  const pdf = await files.keep(key, await renderDocument(content, customer.locale));
  await numbers.markStored(numbered);
  return { filename, pdf };
}
