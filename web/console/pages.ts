import type { AddPage } from './context.ts';
import { addCustomers } from './pages/customers.tsx';
import { addDue } from './pages/due.tsx';
import { addLicences } from './pages/licences.tsx';
import { addOpenItems } from './pages/open-items.tsx';
import { addSearch } from './pages/search.tsx';
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
];
