import { licencePath } from '../parts/paths.ts';
import { type Found, Search } from '../../../client/finding/search.ts';
import type { AddPage } from '../context.ts';
import { showPage } from '../layout/page.tsx';
import { Badge } from '../parts/badge.tsx';
import { CustomerLink, LicenceLink } from '../parts/links.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Column, Table } from '../parts/table.tsx';

/** Longer than what anybody looks for. */
const mostCharacters = 200;

/** Whatever a text names. What alone is found and is exactly what was typed is opened at once. */
export const addSearch: AddPage = (app, { deployment }) => {
  const search = new Search(deployment);
  app.get('/search', async (c) => {
    const text = (c.req.query('q') ?? '').trim().slice(0, mostCharacters);
    if (text === '') {
      return showPage(
        c,
        { title: 'Search' },
        <p class="empty">
          Type a customer’s name, a licence, the number of a quote or an invoice, a purchase order, or the
          reference of a payment.
        </p>,
      );
    }
    const { found, isCut } = await search.for(text);
    const [first] = found;
    if (first !== undefined && found.length === 1 && first.kind === 'licence')
      return c.redirect(licencePath(first.licenceId), 303);
    return showPage(
      c,
      { title: `Results for “${text}”`, searched: text },
      <>
        {isCut ? (
          <Notice kind="info">There may be more. Type more of the name, or the whole id.</Notice>
        ) : null}
        <Table
          caption="Results"
          columns={columns}
          rows={found}
          empty={`Nothing was found for “${text}”. Names are found by the beginnings of their words; ids and numbers as they are.`}
        />
      </>,
    );
  });
};

const columns: readonly Column<Found>[] = [
  { heading: 'Found', of: (found) => <What found={found} /> },
  { heading: 'Kind', of: ({ kind }) => <Badge tone="quiet">{kind}</Badge> },
  { heading: 'Of', of: (found) => <Where found={found} /> },
];

function What({ found }: { readonly found: Found }) {
  switch (found.kind) {
    case 'customer':
      return <CustomerLink id={found.customer.customerId} name={found.customer.name} />;
    case 'licence':
      return <LicenceLink id={found.licenceId} />;
    case 'document':
      return <a href={licencePath(found.licenceId)}>{found.number}</a>;
    case 'purchase order':
    case 'payment':
      return <a href={licencePath(found.licenceId)}>{found.reference}</a>;
  }
}

function Where({ found }: { readonly found: Found }) {
  switch (found.kind) {
    case 'customer':
      return (
        <>
          {found.customer.customerId}, {found.customer.email}
        </>
      );
    case 'licence':
      return null;
    case 'document':
      return <>licence {found.licenceId}</>;
    case 'purchase order':
    case 'payment':
      return (
        <>
          licence {found.licenceId}, {found.on}
        </>
      );
  }
}
