import type { AddPage } from './context.ts';
import { addCustomer } from './pages/customer/customer.tsx';
import { addEdit } from './pages/customer/edit.tsx';
import { addFollow } from './pages/customer/follow.tsx';
import { addMerge } from './pages/customer/merge.tsx';
import { addStatement } from './pages/customer/statement.tsx';
import { addCustomers } from './pages/customers.tsx';
import { addDue } from './pages/due.tsx';
import { addForecast } from './pages/forecast.tsx';
import { addLicences } from './pages/licences.tsx';
import { addOpenItems } from './pages/open-items.tsx';
import { addPayment } from './pages/payments/payment.tsx';
import { addPayments } from './pages/payments/payments.tsx';
import { addReturnedMails } from './pages/returned-mails.tsx';
import { addSearch } from './pages/search.tsx';
import { addActions } from './licence/flow/action-routes.tsx';
import { addDocuments } from './licence/documents-route.ts';
import { addLicence } from './licence/licence-route.tsx';
import { addMails } from './licence/mails/mail-routes.tsx';
import { addOtherActions } from './licence/flow/other-routes.tsx';
import { addClock } from './pages/clock/clock.tsx';
import { addBackfill, addRunActions } from './pages/executions/actions.tsx';
import { addBatch, addBatches } from './pages/executions/batches.tsx';
import { addRuns } from './pages/executions/list.tsx';
import { addPlanRuns } from './pages/executions/plan-runs.tsx';
import { addRun } from './pages/executions/run.tsx';
import { addRunState } from './pages/executions/state.tsx';
import { addPlan } from './pages/plans/plan.tsx';
import { addPlans } from './pages/plans/plans.tsx';
import { addToday } from './pages/today.tsx';
import { addWaiting } from './pages/waiting.tsx';

/** Every page of the console: a page is one file, and one line here. */
// prettier-ignore
export const pages: readonly AddPage[] = [
  addToday,
  addDue,
  addSearch,
  addCustomers,
  addCustomer,
  addStatement,
  addEdit,
  addMerge,
  addFollow,
  addLicences,
  addOpenItems,
  addLicence,
  addActions,
  addOtherActions,
  addMails,
  addDocuments,
  addRuns,
  addPlanRuns,
  addBackfill,
  addRun,
  addRunState,
  addBatches,
  addBatch,
  addRunActions,
  addPlans,
  addPlan,
  addClock,
  addWaiting,
  addReturnedMails,
  addPayments,
  addPayment,
  addForecast,
];
