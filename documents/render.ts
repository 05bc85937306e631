import type { DocumentContent } from './content/content.ts';
import { print } from './layout/print.ts';
import { eInvoiceOf } from './einvoice/collect.ts';
import { facturXOf } from './einvoice/factur-x.ts';
import { universalBusinessDocument } from './einvoice/ubl.ts';
import { documentLocaliserFor } from './parts/localiser.ts';
import { writeDocument } from './kinds/write.ts';

/**
 * A quote, an invoice or a credit note as a PDF, in the language and the formats of a locale (BCP 47). Invoices and
 * credit notes that are issued as data have it in them (Factur-X). The same content gives the same bytes.
 */
export async function renderDocument(content: DocumentContent, locale: string): Promise<Buffer> {
  const localiser = documentLocaliserFor(locale, content.about.vendor);
  return print(writeDocument(localiser, content), facturXOf(localiser, content));
}

/**
 * The XML file that goes with a PDF, for a customer who gets XRechnung or Peppol invoices. Undefined for all others, and
 * where the address lacks the postal code and city that XRechnung asks for: the PDF then has the data alone.
 * @param locale BCP 47
 */
export function eInvoiceFile(content: DocumentContent, locale: string): Buffer | undefined {
  const form = content.eInvoices?.form;
  if (form !== 'xrechnung' && form !== 'peppol') return undefined;
  const invoice = eInvoiceOf(documentLocaliserFor(locale, content.about.vendor), content);
  if (invoice === undefined) return undefined;
  if (form === 'xrechnung' && invoice.buyer.address.city === undefined) return undefined;
  return Buffer.from(universalBusinessDocument(invoice, form));
}
