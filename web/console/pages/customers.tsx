import { CustomerBook } from '../../../client/customers/customer-book.ts';
import { customerColumns, noteOn } from '../../../client/listing/customer-row.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import type { AddPage } from '../context.ts';
import { Badge } from '../parts/badge.tsx';
import { CustomerLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';
import type { Column } from '../parts/table.tsx';

const atATime = 100;

/** All customers, in the order of their ids. */
export const addCustomers: AddPage = (app, { deployment }) => {
  const book = new CustomerBook(deployment);
  app.get('/customers', (c) =>
    showList<Customer>(c, {
      title: 'Customers',
      at: '/customers',
      columns,
      csv: customerColumns,
      empty: 'There are no customers.',
      read: async (from) => {
        const { value } = await book.pages(from, atATime).next();
        const { values: rows = [], unreadable = [] } = value ?? {};
        const last = [rows.at(-1)?.customerId ?? '', unreadable.at(-1)?.id ?? ''].toSorted().at(-1);
        const next = rows.length + unreadable.length === atATime ? last : undefined;
        return { rows, unreadable, next };
      },
    }),
  );
};

const columns: readonly Column<Customer>[] = [
  { heading: 'Customer', of: ({ customerId, name }) => <CustomerLink id={customerId} name={name} /> },
  { heading: 'Id', of: ({ customerId }) => customerId },
  { heading: 'Kind', of: ({ kind }) => kind },
  { heading: 'Country', of: ({ country }) => country },
  { heading: 'Email', of: ({ email }) => email },
  {
    heading: 'Note',
    of: (customer) => (
      <>
        {(customer.undeliverable ?? []).length > 0 ? <Badge tone="attention">mail returned</Badge> : null}{' '}
        {noteOn(customer)}
      </>
    ),
  },
];
