import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { CreditNoteView } from '../../views/credit-note.ts';
import { brandingOf } from '../branding.ts';
import { numberInLine, seenDocument } from './seen-document.ts';

/** A credit note by its printed number. */
export async function creditNoteView(
  portal: PortalDependencies,
  visit: Visit,
  { number }: { readonly number: string },
): Promise<CreditNoteView | undefined> {
  const seen = await seenDocument(portal, visit, number);
  if (seen === undefined) return undefined;
  const { plan, customer, rights, issuedOn } = seen;
  const [line] = seen.lines;
  const { event } = line;
  if (event.type !== 'CreditNoteIssued') return undefined;
  const { net, taxPercent, tax, total, becomes, reason } = event;
  const { licenceId, product } = line.loaded.stored.licence.facts;
  return {
    number,
    issuedOn,
    customer: { customerId: customer.customerId, name: customer.name },
    licenceId,
    product,
    ofInvoice: numberInLine(line, event.invoiceId),
    net,
    taxPercent,
    tax,
    total,
    becomes,
    reason,
    rights,
    branding: brandingOf(plan),
  };
}
