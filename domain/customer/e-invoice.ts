import * as z from 'zod/mini';

/**
 * How a customer gets invoices and credit notes as EN 16931 data (docs/rules.md §4.22): in the PDF alone (Factur-X, which
 * is ZUGFeRD), also as a file of XML for XRechnung or Peppol, or not at all.
 */
export const eInvoiceFormSchema = z.enum(['factur-x', 'xrechnung', 'peppol', 'none']);

export type EInvoiceForm = z.infer<typeof eInvoiceFormSchema>;

/** How a customer gets the invoices and credit notes of a plan as data. */
export function eInvoiceFormOf(
  { eInvoices }: { readonly eInvoices?: { readonly form: EInvoiceForm } | undefined },
  { eInvoice }: { readonly eInvoice?: EInvoiceForm | undefined },
): EInvoiceForm {
  return eInvoices === undefined ? 'none' : (eInvoice ?? eInvoices.form);
}
