import type { PortalDependencies } from '../dependencies.ts';
import type { ViewName, Views } from '../portal.ts';
import type { Visit } from '../reader.ts';
import { customerView } from './customer/customer.ts';
import { exportView } from './customer/export.ts';
import { mailsView } from './customer/mails.ts';
import { creditNoteView } from './documents/credit-note.ts';
import { documentFile } from './documents/document-file.ts';
import { documentsView } from './documents/documents.ts';
import { invoiceView } from './documents/invoice.ts';
import { paymentsView } from './documents/payments.ts';
import { quoteView } from './documents/quote.ts';
import { changesView, modulesPreview } from './licences/changes.ts';
import { licenceView } from './licences/licence.ts';
import { licencesView } from './licences/licences.ts';
import { cancellingView, resumingView } from './licences/renewal.ts';
import { supportView } from './licences/support.ts';
import { updatesView } from './licences/updates.ts';

type Collect<Name extends ViewName> = (
  portal: PortalDependencies,
  visit: Visit,
  takes: Views[Name]['takes'],
) => Promise<Views[Name]['gives'] | undefined>;

/** How each view is collected. */
const collectors: { readonly [Name in ViewName]: Collect<Name> } = {
  licences: licencesView,
  licence: licenceView,
  documents: documentsView,
  quote: quoteView,
  invoice: invoiceView,
  'credit-note': creditNoteView,
  'document-file': documentFile,
  payments: paymentsView,
  cancelling: cancellingView,
  resuming: resumingView,
  changes: changesView,
  'modules-preview': modulesPreview,
  support: supportView,
  updates: updatesView,
  customer: customerView,
  mails: mailsView,
  export: exportView,
};

/** A view by its name; undefined for what there is not, and for what is not the reader's. */
export function collect<Name extends ViewName>(
  portal: PortalDependencies,
  visit: Visit,
  name: Name,
  takes: Views[Name]['takes'],
): Promise<Views[Name]['gives'] | undefined> {
  const collector: Collect<Name> = collectors[name];
  return collector(portal, visit, takes);
}
