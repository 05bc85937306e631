import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import { withNames } from '../../../client/browsing/names.ts';
import { type ListedLicence, licenceColumns, licenceRow } from '../../../client/listing/licence-row.ts';
import { formatMoney } from '../../../domain/billing/money.ts';
import { dayIn } from '../../../domain/calendar.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { AddPage } from '../context.ts';
import { Badge, type Tone } from '../parts/badge.tsx';
import { chosenPlan, Filters } from '../parts/filters.tsx';
import { CustomerLink, LicenceLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';
import type { Column } from '../parts/table.tsx';

const atATime = 100;

/** A licence of a list, with its customer's name. */
export type NamedLicenceRow = ListedLicence & { readonly customer?: string | undefined };

/** The licences of a plan. */
export const addLicences: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  app.get('/licences', (c) => {
    const plan = chosenPlan(c);
    return showList(c, {
      title: 'Licences',
      at: '/licences',
      head: <Filters plan={plan} />,
      columns: own,
      csv: licenceColumns,
      empty: 'This plan has no licences.',
      read: async (from) => {
        const page = await pages.ofPlan(plan.id, atATime, from);
        const rows = page.rows.map(({ licence }) =>
          licenceRow(plan, licence, dayIn(plan.timeZone, c.var.now)),
        );
        return { ...page, rows: await withNames(deployment, rows) };
      },
    });
  });
};

const tones: Readonly<Record<ListedLicence['standing'], Tone>> = {
  active: 'good',
  subscribed: 'good',
  pending: 'info',
  lapsed: 'bad',
  deactivated: 'quiet',
  removed: 'quiet',
};

/** Where a licence's maintenance stands. */
function Standing({ standing }: Pick<ListedLicence, 'standing'>) {
  return <Badge tone={tones[standing]}>{standing}</Badge>;
}

const own: readonly Column<NamedLicenceRow>[] = [
  { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
  { heading: 'Product', of: ({ product }) => product },
  { heading: 'Customer', of: ({ customerId, customer }) => <CustomerLink id={customerId} name={customer} /> },
  { heading: 'Maintenance', of: ({ standing }) => <Standing standing={standing} /> },
  { heading: 'Until', of: ({ until }) => until ?? '' },
  { heading: 'To pay', isNumber: true, of: ({ toPay }) => (toPay === undefined ? '' : formatMoney(toPay)) },
];

/** The columns of licences of one customer. */
export const licenceTableOfCustomer: readonly Column<NamedLicenceRow>[] = own.map((column) =>
  column.heading === 'Customer' ? { heading: 'Plan', of: ({ planId }) => planOf(planId).name } : column,
);
