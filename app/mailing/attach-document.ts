import { fileOfDocument, keyOfDocument } from '../../contracts/delivery/documents.ts';
import type { DocumentFiles } from '../../adapters/s3/document-files.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-number.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import { documentContent, type Papers } from '../../documents/content/collect.ts';

/** What it takes to print and keep documents. */
export interface PrintingDependencies {
  readonly files: DocumentFiles;
}

/**
 * A quote or invoice as it is stored. The mail of its issue prints it and stores it; every other mail fetches it, and
 * prints it as of its issue where no mail has done so yet. What was stored first is what every mail brings.
 * @param isIssue whether the mail is that of its issue
 */
export async function attachDocument(
  { files }: PrintingDependencies,
  papers: Papers,
  numbered: NumberedDocument,
  isIssue: boolean,
): Promise<Attachment> {
  const { plan, customer } = papers;
  const filename = fileOfDocument(numbered.number);
  const key = keyOfDocument(plan.id, numbered.issuedOn, numbered.number);
  const stored = isIssue ? undefined : await files.find(key);
  if (stored !== undefined) return { filename, pdf: stored };
  // Most mails bring no document and need not load what prints them.
  const { renderDocument } = await import('../../documents/render.ts');
  const content = documentContent(papers, numbered.documentId, numbered.number);
  return { filename, pdf: await files.keep(key, await renderDocument(content, customer.locale)) };
}
