import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import { withNames } from '../../../client/browsing/names.ts';
import {
  type OpenInvoice,
  openInvoiceColumns,
  openInvoicesOf,
  type OpenQuote,
  openQuoteColumns,
  openQuotesOf,
} from '../../../client/browsing/open-items.ts';
import { amountsInWords } from '../../../client/finding/due-rows.ts';
import { formatMoney } from '../../../domain/billing/money.ts';
import { dayIn } from '../../../domain/calendar.ts';
import type { AddPage } from '../context.ts';
import { Badge } from '../parts/badge.tsx';
import { chosenPlan, Filters, Select } from '../parts/filters.tsx';
import { CustomerLink, DocumentLink, LicenceLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';
import type { Column } from '../parts/table.tsx';

const atATime = 300;

const states = {
  open: 'All that are open',
  overdue: 'Overdue',
  'no-purchase-order': 'Orders without a purchase order',
} as const;
type State = keyof typeof states;

/** The open invoices and quotes of a plan. */
export const addOpenItems: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  app.get('/invoices', (c) => {
    const plan = chosenPlan(c);
    const today = dayIn(plan.timeZone, c.var.now);
    const asked = c.req.query('state') ?? '';
    const state: State = isState(asked) ? asked : 'open';
    return showList<OpenInvoice>(c, {
      title: 'Open invoices',
      at: '/invoices',
      head: (
        <Filters plan={plan}>
          <Select name="state" label="State" value={state} options={Object.entries(states)} />
        </Filters>
      ),
      columns: invoiceTable,
      csv: openInvoiceColumns,
      empty: nothingIn[state],
      read: async (from) => {
        const page = await pages.openOf(plan.id, today, atATime, from);
        const rows = page.rows.flatMap((stored) => openInvoicesOf(stored, today)).filter(isIn[state]);
        return { ...page, rows: await withNames(deployment, rows) };
      },
    });
  });
  app.get('/quotes', (c) => {
    const plan = chosenPlan(c);
    const today = dayIn(plan.timeZone, c.var.now);
    return showList<OpenQuote>(c, {
      title: 'Open quotes',
      at: '/quotes',
      head: <Filters plan={plan} />,
      columns: quoteTable,
      csv: openQuoteColumns,
      empty: 'No quote of this plan is open.',
      read: async (from) => {
        const page = await pages.openOf(plan.id, today, atATime, from);
        return { ...page, rows: await withNames(deployment, page.rows.flatMap(openQuotesOf)) };
      },
    });
  });
};

const nothingIn: Readonly<Record<State, string>> = {
  open: 'No invoice of this plan is open.',
  overdue: 'No invoice of this plan is overdue.',
  'no-purchase-order': 'Every open order of this plan that needs a purchase order names one.',
};

function isState(text: string): text is State {
  return Object.hasOwn(states, text);
}

const isIn: Readonly<Record<State, (invoice: OpenInvoice) => boolean>> = {
  open: () => true,
  overdue: ({ isOverdue }) => isOverdue,
  'no-purchase-order': ({ lacksPurchaseOrder }) => lacksPurchaseOrder,
};

/** The columns of open invoices. */
export const invoiceTable: readonly Column<OpenInvoice>[] = [
  { heading: 'Invoice', of: ({ number }) => <DocumentLink number={number} /> },
  { heading: 'Licence', of: ({ licenceId, product }) => <LicenceLink id={licenceId} product={product} /> },
  { heading: 'Customer', of: ({ customerId, customer }) => <CustomerLink id={customerId} name={customer} /> },
  { heading: 'For', of: ({ kind }) => kind },
  { heading: 'Issued', of: ({ issuedOn }) => issuedOn },
  {
    heading: 'Pay by',
    of: ({ payBy, isOverdue }) => (
      <>
        {payBy} {isOverdue ? <Badge tone="bad">overdue</Badge> : null}
      </>
    ),
  },
  { heading: 'To pay', isNumber: true, of: ({ owed }) => formatMoney(owed) },
];

const quoteTable: readonly Column<OpenQuote>[] = [
  { heading: 'Quote', of: ({ number }) => <DocumentLink number={number} /> },
  { heading: 'Licence', of: ({ licenceId, product }) => <LicenceLink id={licenceId} product={product} /> },
  { heading: 'Customer', of: ({ customerId, customer }) => <CustomerLink id={customerId} name={customer} /> },
  { heading: 'For', of: ({ kind }) => kind },
  { heading: 'Valid until', of: ({ validUntil }) => validUntil },
  { heading: 'Amount', isNumber: true, of: amountsInWords },
];
