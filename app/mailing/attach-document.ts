import {
  fileOfDocument,
  fileOfEInvoice,
  keyOfDocument,
  keyOfEInvoice,
} from '../../contracts/delivery/documents.ts';
import type { DocumentFiles } from '../../adapters/s3/document-files.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-number.ts';
import { documentIssuedBy, documentOf } from '../../domain/billing/document-of.ts';
import { sharedBy } from '../../domain/licence/sharing.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import { eInvoiceFormOf } from '../../domain/customer/e-invoice.ts';
import { documentContent, type Papers } from '../../documents/content/collect.ts';
import type { DocumentContent } from '../../documents/content/content.ts';
import { joined } from '../../documents/content/join.ts';
import { type LineOfLicence, linesToWrite, type SharingDependencies } from './shared-lines.ts';

/** What it takes to print and keep documents. */
export interface PrintingDependencies extends SharingDependencies {
  readonly files: DocumentFiles;
}

/** What all documents of a mail have in common. */
type Common = Pick<Papers, 'plan' | 'customer'>;

/** The quotes and invoices that the events of a mail's lines bring along, each once. */
export async function attachmentsOf(
  printing: PrintingDependencies,
  common: Common,
  lines: readonly LineOfLicence[],
): Promise<readonly Attachment[]> {
  const attached = new Map<string, Attachment>();
  for (const line of lines) {
    const event = line.journal[line.version - 1];
    const numbered = line.documents.find(({ documentId }) => event && documentOf(event) === documentId);
    if (event === undefined || numbered === undefined || attached.has(numbered.number)) continue;
    const isIssue = documentIssuedBy(event) !== undefined;
    const papers = { ...common, journal: line.journal, documents: line.documents };
    attached.set(numbered.number, await attachDocument(printing, papers, numbered, isIssue));
  }
  return [...attached.values()];
}

/**
 * A quote or invoice as it is stored. The mail of its issue prints it and stores it; every other mail fetches it, and
 * prints it as of its issue where no mail has done so yet. What was stored first is what every mail brings.
 * @param isIssue whether the mail is that of its issue
 */
async function attachDocument(
  printing: PrintingDependencies,
  papers: Papers,
  numbered: NumberedDocument,
  isIssue: boolean,
): Promise<Attachment> {
  const { number, issuedOn } = numbered;
  const keys = {
    pdf: keyOfDocument(papers.plan.id, issuedOn, number),
    xml: keyOfEInvoice(papers.plan.id, issuedOn, number),
  };
  const stored = isIssue ? undefined : await printing.files.find(keys.pdf);
  if (stored === undefined) return printed(printing, papers, numbered, keys);
  const xml = hasEInvoiceBeside(papers) ? await printing.files.find(keys.xml) : undefined;
  return attachment(number, stored, xml);
}

/** Prints and stores a document. The PDF is the last: where it is stored, all is. */
async function printed(
  printing: PrintingDependencies,
  papers: Papers,
  numbered: NumberedDocument,
  keys: { readonly pdf: string; readonly xml: string },
): Promise<Attachment> {
  // Most mails bring no document and need not load what prints them.
  const { renderDocument, eInvoiceFile } = await import('../../documents/render.ts');
  const content = await contentOf(printing, papers, numbered);
  const { number } = numbered;
  const { files } = printing;
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

/** What a document says: with a line for each licence that shares it. */
async function contentOf(
  printing: PrintingDependencies,
  papers: Papers,
  { documentId, number }: NumberedDocument,
): Promise<DocumentContent> {
  const issued = papers.journal.find((event) => documentIssuedBy(event)?.documentId === documentId);
  const shared = issued && sharedBy(issued);
  if (shared === undefined) return documentContent(papers, documentId, number);
  const lines = await linesToWrite(printing, shared);
  const [first, ...others] = lines.flatMap(({ journal, documents, version }) => {
    const event = journal[version - 1];
    const line = event && documentIssuedBy(event);
    return line === undefined
      ? []
      : [documentContent({ ...papers, journal, documents }, line.documentId, number)];
  });
  if (first === undefined) throw new Error(`no licence has document ${number}`);
  return joined(first, others);
}
