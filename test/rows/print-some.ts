import type { DocumentContent } from '../../documents/content/content.ts';
import { writeDocument } from '../../documents/kinds/write.ts';
import { documentPenFor } from '../../documents/parts/pen.ts';
import { renderDocument } from '../../documents/render.ts';

const every = Number(process.env['ROWS_PRINT_EVERY'] ?? 1);
export const documents = { written: 0, printed: 0 };

/** Writes what a document says, and prints some of them. */
export async function documentSome(content: DocumentContent, locale: string): Promise<Buffer> {
  documents.written += 1;
  const sheet = writeDocument(documentPenFor(locale, content.about.vendor), content);
  if (documents.written % every !== 0) return Buffer.from(JSON.stringify(sheet));
  documents.printed += 1;
  return renderDocument(content, locale);
}
