import type { AddPage } from './context.ts';
import { addCustomers } from './pages/customers.tsx';
import { addDue } from './pages/due.tsx';
import { addLicences } from './pages/licences.tsx';
import { addOpenItems } from './pages/open-items.tsx';
import { addSearch } from './pages/search.tsx';
import { addActions } from './licence/flow/action-routes.tsx';
import { addDocuments } from './licence/documents-route.ts';
import { addLicence } from './licence/licence-route.tsx';
import { addMails } from './licence/mails/mail-routes.tsx';
import { addOtherActions } from './licence/flow/other-routes.tsx';
import { addToday } from './pages/today.tsx';

/** Every page of the console: a page is one file, and one line here. */
// prettier-ignore
export const pages: readonly AddPage[] = [
  addToday,
  addDue,
  addSearch,
  addCustomers,
  addLicences,
  addOpenItems,
  addLicence,
  addActions,
  addOtherActions,
  addMails,
  addDocuments,
];
