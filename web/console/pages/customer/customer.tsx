import { customerPath } from '../../parts/paths.ts';
import { LicencePages } from '../../../../client/browsing/licence-pages.ts';
import { openInvoicesOf } from '../../../../client/browsing/open-items.ts';
import { CustomerBook } from '../../../../client/customers/customer-book.ts';
import { licenceRow } from '../../../../client/listing/licence-row.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { add, formatMoney, type Money } from '../../../../domain/billing/money.ts';
import { dayIn } from '../../../../domain/calendar.ts';
import { customerNoteSchema } from '../../../../domain/customer/history.ts';
import { planOf } from '../../../../plans/plan-of.ts';
import { fieldsOf } from '../../access/fields.ts';
import type { AddPage } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { licenceTableOfCustomer } from '../licences.tsx';
import { invoiceTable } from '../open-items.tsx';
import { Contacts } from './contacts.tsx';
import { CustomerHistory, Notes } from './entries.tsx';

const atATime = 100;

/** All about a customer: licences, open items, contacts with what they return, notes and history. */
export const addCustomer: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  const book = new CustomerBook(deployment);

  app.get('/customers/:id', async (c) => {
    const named = c.req.param('id');
    const customer = await deployment.requireCustomer(named);
    const { customerId, name, erasedOn } = customer;
    const page = await pages.ofCustomer(customerId, atATime, c.req.query('from'));
    const history = await book.history(customerId);
    const todayOf = (planId: string) => dayIn(planOf(planId).timeZone, c.var.now);
    const licences = page.rows.map(({ licence }) => {
      const plan = planOf(licence.facts.planId);
      return licenceRow(plan, licence, todayOf(plan.id));
    });
    const open = page.rows.flatMap((stored) => openInvoicesOf(stored, todayOf(stored.licence.facts.planId)));
    const isCut = page.next !== undefined || c.req.query('from') !== undefined;
    return showPage(
      c,
      {
        title: name,
        at: '/customers',
        actions: (
          <>
            <a class="button" href={`${customerPath(customerId)}/statement`}>
              Statement
            </a>
            {erasedOn === undefined ? (
              <ForOperators>
                <a class="button" href={`${customerPath(customerId)}/edit`}>
                  Edit
                </a>
                <a class="button" href={`${customerPath(customerId)}/merge`}>
                  Merge
                </a>
              </ForOperators>
            ) : null}
          </>
        ),
      },
      <>
        {named === customerId ? null : (
          <Notice kind="info">
            Customer {named} was merged into this one, {customerId}.
          </Notice>
        )}
        {page.unreadable.map(({ problem }) => (
          <Notice kind="warning">Not shown: {problem}</Notice>
        ))}
        <Pager c={c} next={page.next} />
        <h2>Licences</h2>
        <Table caption="Licences" columns={licenceTableOfCustomer} rows={licences} empty="No licences." />
        <h2>Open invoices</h2>
        {totalsOf(open.map(({ owed }) => owed)).map((total) => (
          <p>
            To pay {isCut ? 'for the licences above' : 'in all'}: <strong>{formatMoney(total)}</strong>
          </p>
        ))}
        <Table
          caption="Open invoices"
          columns={invoiceTable.filter(({ heading }) => heading !== 'Customer')}
          rows={open}
          empty="Nothing is open."
        />
        <div class="panels customer-panels">
          <section class="panel">
            <h2>Contacts and terms</h2>
            <Contacts customer={customer} />
          </section>
          <section class="panel">
            <h2>Notes</h2>
            <Notes c={c} customerId={customerId} history={history} />
          </section>
        </div>
        <h2>History</h2>
        <CustomerHistory history={history} />
      </>,
    );
  });

  app.post('/customers/:id/notes', async (c) => {
    const { customerId } = await deployment.requireCustomer(c.req.param('id'));
    const { note: text = '', requestId } = await fieldsOf(c);
    const note = customerNoteSchema.safeParse(text);
    if (!note.success)
      throw new Refusal(`The note: expected ${note.error.issues[0]?.message ?? 'some text'}.`);
    await deployment.operator.noteCustomer({ customerId, note: note.data }, requestId);
    return goOn(c, customerPath(customerId), 'The note was added.');
  });

  app.get('/customers/:id/clear-address', async (c) => {
    const { customerId, name } = await deployment.requireCustomer(c.req.param('id'));
    const address = c.req.query('address') ?? '';
    return showPage(
      c,
      { title: `${address} takes mail again`, at: '/customers' },
      <>
        <p>
          Mails for {name} go to <strong>{address}</strong> again. The journal of one of its licences records
          it with your name. A held mail is sent from the page of its licence.
        </p>
        <ConfirmForm c={c} action={`${customerPath(customerId)}/clear-address`} label="It takes mail again">
          <input type="hidden" name="address" value={address} />
        </ConfirmForm>
        <p class="buttons">
          <a class="button" href={customerPath(customerId)}>
            Back to {name}
          </a>
        </p>
      </>,
    );
  });

  app.post('/customers/:id/clear-address', async (c) => {
    const { customerId, name } = await deployment.requireCustomer(c.req.param('id'));
    const { address = '', requestId } = await fieldsOf(c);
    const { licenceIds } = await book.licencePage(customerId, 1);
    const [licenceId] = licenceIds;
    if (licenceId === undefined)
      throw new Refusal(`${name} has no licence whose journal could record it. Edit the address instead.`);
    await deployment.operator.clearAddress({ licenceId, address }, requestId);
    return goOn(c, customerPath(customerId), `Mails go to ${address} again.`);
  });
};

/** Sums by currency. */
function totalsOf(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const amount of amounts) {
    const sum = sums.get(amount.currency);
    sums.set(amount.currency, sum === undefined ? amount : add(sum, amount));
  }
  return [...sums.values()];
}
