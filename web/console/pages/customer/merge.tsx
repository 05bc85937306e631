import { customerPath } from '../../parts/paths.ts';
import { CustomerBook } from '../../../../client/customers/customer-book.ts';
import type { Customer } from '../../../../domain/customer/customer.ts';
import { fieldsOf } from '../../access/fields.ts';
import type { AddPage, ConsoleContext } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { follow } from './follow.tsx';
import { showMergePreview } from './merge-preview.tsx';

/** So many licences of the customer that goes are counted. */
const mostCounted = 100;

/** Merging two records of one customer: the other is looked for, what will happen is shown, and the id that goes is typed. */
export const addMerge: AddPage = (app, { deployment }) => {
  const book = new CustomerBook(deployment);

  const preview = async (c: ConsoleContext, stays: Customer, otherId: string, mistake?: string) => {
    const goes = await deployment.requireCustomer(otherId);
    const asked = { customerId: goes.customerId, into: stays.customerId, dryRun: true };
    await deployment.operator.mergeCustomers(asked);
    const { licenceIds, next } = await book.licencePage(goes.customerId, mostCounted);
    const licences = { count: licenceIds.length, isAll: next === undefined };
    return showMergePreview(c, { stays, goes, licences, mistake });
  };

  app.get('/customers/:id/merge', async (c) => {
    const stays = await deployment.requireCustomer(c.req.param('id'));
    const other = c.req.query('other');
    if (other !== undefined) return preview(c, stays, other);
    const text = (c.req.query('with') ?? '').trim();
    const found = text === '' ? [] : await book.find(text);
    return showPage(
      c,
      { title: `Merge ${stays.name}`, at: '/customers' },
      <>
        <p>
          Where one customer has two records, their licences, credit, notes and history go to one of them.
          Look for the other record.
        </p>
        <form class="filters">
          <div class="field">
            <label for="with">Name, address, VAT id or id</label>
            <input id="with" name="with" value={text} required maxlength={200} />
          </div>
          <button type="submit">Look for it</button>
        </form>
        {text === '' ? null : (
          <Table
            caption="Customers that were found"
            columns={candidates(stays)}
            rows={found.filter(({ customerId }) => customerId !== stays.customerId)}
            empty={`No other customer was found for “${text}”.`}
          />
        )}
        <p class="buttons">
          <a class="button" href={customerPath(stays.customerId)}>
            Back to {stays.name}
          </a>
        </p>
      </>,
    );
  });

  app.post('/customers/:id/merge', async (c) => {
    const stays = await deployment.requireCustomer(c.req.param('id'));
    const { other = '', typed = '', requestId } = await fieldsOf(c);
    const { customerId: into } = stays;
    if (typed.trim() !== other)
      return preview(c, stays, other, `Type ${other}, the id of the record that goes.`);
    const merged = await deployment.operator.mergeCustomers({ customerId: other, into }, requestId);
    const done = `Customer ${other} was merged into ${merged.into}.`;
    return follow(c, deployment, { of: other, customerId: merged.into, done });
  });
};

function candidates({ customerId: into }: Customer): readonly Column<Customer>[] {
  return [
    {
      heading: 'Customer',
      of: ({ customerId, name }) => (
        <a href={`${customerPath(into)}/merge?other=${encodeURIComponent(customerId)}`}>{name}</a>
      ),
    },
    { heading: 'Id', of: ({ customerId }) => customerId },
    { heading: 'Email', of: ({ email }) => email },
    { heading: 'Country', of: ({ country }) => country },
  ];
}
