import { extractText, getDocumentProxy } from 'unpdf';
import type { Customer } from '../../../domain/customer/customer.ts';
import { documentContent } from '../../../documents/content/collect.ts';
import type { DocumentContent } from '../../../documents/content/content.ts';
import { renderDocument } from '../../../documents/render.ts';
import type { Play } from '../application/play.ts';
import { customer } from '../mail/mails.ts';

/** What a quote or invoice says that was issued in a play. */
export function contentOf(
  { plan, events }: Play,
  documentId: string,
  changes: Partial<Customer> = {},
): DocumentContent {
  const papers = { plan, customer: customer(changes), journal: events, documents: [] };
  return documentContent(papers, documentId, 'TEST-2026-00001');
}

export async function pdfOf(
  play: Play,
  documentId: string,
  changes: Partial<Customer> = {},
): Promise<Buffer> {
  return renderDocument(contentOf(play, documentId, changes), customer(changes).locale);
}

/** The words of each page, as a reader copies them out, with plain spaces. */
export async function pagesOf(pdf: Buffer): Promise<readonly string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map((page) => page.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim());
}

/** The words of all pages in one. */
export async function wordsOf(
  play: Play,
  documentId: string,
  changes: Partial<Customer> = {},
): Promise<string> {
  return (await pagesOf(await pdfOf(play, documentId, changes))).join(' ');
}

export function read(pdf: Buffer) {
  return getDocumentProxy(new Uint8Array(pdf));
}

/** The files in a PDF, by their names. */
export async function filesIn(pdf: Buffer): Promise<ReadonlyMap<string, string>> {
  const document = await read(pdf);
  const files = new Map<string, string>();
  for (const [name] of (await document.getAttachments()) ?? []) {
    const content = await document.getAttachmentContent(name);
    files.set(name, Buffer.from(content ?? []).toString());
  }
  return files;
}
