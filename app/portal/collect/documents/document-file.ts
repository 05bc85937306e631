import {
  fileOfDocument,
  fileOfEInvoice,
  keyOfDocument,
  keyOfEInvoice,
} from '../../../../contracts/delivery/documents.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { DocumentFile } from '../../views/document-file.ts';
import { seenDocument } from './seen-document.ts';

/**
 * A document as it was stored when it was mailed. Undefined also where it is not stored: its mail was not yet written, it has
 * no XML, or it need not be kept any more.
 */
export async function documentFile(
  portal: PortalDependencies,
  visit: Visit,
  { number, form }: { readonly number: string; readonly form: 'pdf' | 'xml' },
): Promise<DocumentFile | undefined> {
  const seen = await seenDocument(portal, visit, number);
  if (seen === undefined) return undefined;
  const { plan, issuedOn } = seen;
  const isPdf = form === 'pdf';
  const key = (isPdf ? keyOfDocument : keyOfEInvoice)(plan.id, issuedOn, number);
  const bytes = await portal.mailing.files.find(key);
  if (bytes === undefined) return undefined;
  return {
    name: isPdf ? fileOfDocument(number) : fileOfEInvoice(number),
    type: isPdf ? 'application/pdf' : 'application/xml',
    bytes,
  };
}
