import { accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { DocumentsView } from '../../views/documents.ts';
import { brandingOfFirst } from '../branding.ts';
import { licencesOf } from '../licences/licences.ts';
import { rowsOf } from './rows.ts';

/** So many licences are read for a page. */
export const licencesOfPage = 50;

/** The quotes, invoices and credit notes of a customer: those of some licences at a time. */
export async function documentsView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after }: { readonly customerId?: string | undefined; readonly after?: string | undefined },
): Promise<DocumentsView | undefined> {
  const accessible = await accessTo(portal, visit.reader, customerId ?? visit.reader.customerId);
  if (accessible === undefined) return undefined;
  const { seen, next } = await licencesOf(portal, visit, accessible, licencesOfPage, after);
  const { customer } = accessible;
  return {
    customer: { customerId: customer.customerId, name: customer.name },
    documents: rowsOf(seen),
    next,
    branding: brandingOfFirst(seen),
  };
}
