import type { DocumentContent } from './content/content.ts';
import { print } from './layout/print.ts';
import { documentPenFor } from './parts/pen.ts';
import { writeDocument } from './kinds/write.ts';

/**
 * A quote or invoice as a PDF, in the language and the formats of a locale (BCP 47). The same content gives the same
 * bytes.
 */
export async function renderDocument(content: DocumentContent, locale: string): Promise<Buffer> {
  return print(writeDocument(documentPenFor(locale, content.about.vendor), content));
}
