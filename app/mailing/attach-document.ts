import {
  fileOfDocument,
  fileOfEInvoice,
  keyOfDocument,
  keyOfEInvoice,
} from '../../contracts/delivery/documents.ts';
import type { DocumentFiles } from '../../adapters/s3/document-files.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-number.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import { eInvoiceFormOf } from '../../domain/plan/e-invoices.ts';
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
  const { number, issuedOn } = numbered;
  const keys = {
    pdf: keyOfDocument(papers.plan.id, issuedOn, number),
    xml: keyOfEInvoice(papers.plan.id, issuedOn, number),
  };
  const stored = isIssue ? undefined : await files.find(keys.pdf);
  if (stored === undefined) return printed(files, papers, numbered, keys);
  const xml = hasEInvoiceBeside(papers) ? await files.find(keys.xml) : undefined;
  return attachment(number, stored, xml);
}

/** Prints and stores a document. The PDF is the last: where it is stored, all is. */
async function printed(
  files: DocumentFiles,
  papers: Papers,
  { documentId, number }: NumberedDocument,
  keys: { readonly pdf: string; readonly xml: string },
): Promise<Attachment> {
  // Most mails bring no document and need not load what prints them.
  const { renderDocument, eInvoiceFile } = await import('../../documents/render.ts');
  const content = documentContent(papers, documentId, number);
  const { locale } = papers.customer;
  const xml = eInvoiceFile(content, locale);
  const kept = xml && (await files.keep(keys.xml, xml, 'application/xml'));
  return attachment(number, await files.keep(keys.pdf, await renderDocument(content, locale)), kept);
}

function attachment(number: string, pdf: Buffer, xml: Buffer | undefined): Attachment {
  const filename = fileOfDocument(number);
  return xml === undefined
    ? { filename, pdf }
    : { filename, pdf, eInvoice: { filename: fileOfEInvoice(number), xml } };
}

/** Whether the customer gets a file of XML with its invoices: no other needs the request that looks for one. */
function hasEInvoiceBeside({ plan, customer }: Papers): boolean {
  const form = eInvoiceFormOf(plan, customer);
  return form === 'xrechnung' || form === 'peppol';
}
