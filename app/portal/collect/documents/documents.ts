import { accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { DocumentsView } from '../../views/documents.ts';
import { pageOfCustomer } from '../licences/page-of-customer.ts';
import { rowsOf } from './rows.ts';
import { wholeOf } from './whole.ts';

/** The quotes, invoices and credit notes of a customer: those of some licences at a time. */
export async function documentsView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after }: { readonly customerId?: string | undefined; readonly after?: string | undefined },
): Promise<DocumentsView | undefined> {
  const accessible = await accessTo(portal, visit.reader, customerId ?? visit.reader.customerId);
  if (accessible === undefined) return undefined;
  const { shown, licences } = await pageOfCustomer(portal, visit, accessible, after);
  const { seen, isOfPage } = await wholeOf(portal, visit, accessible, licences);
  return { ...shown, documents: rowsOf(seen, isOfPage) };
}
