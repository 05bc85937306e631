import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import { openInvoicesOf } from '../../../client/browsing/open-items.ts';
import { CustomerBook } from '../../../client/customers/customer-book.ts';
import { licenceRow } from '../../../client/listing/licence-row.ts';
import { Refusal } from '../../../client/operator/errors.ts';
import { entryInWords } from '../../../client/words/entry-in-words.ts';
import { whoInWords } from '../../../client/words/who-in-words.ts';
import { add, formatMoney, type Money } from '../../../domain/billing/money.ts';
import { dayIn } from '../../../domain/calendar.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { customerNoteSchema, type CustomerEntry } from '../../../domain/customer/history.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { fieldsOf } from '../access/fields.ts';
import type { AddPage } from '../context.ts';
import { goOn } from '../layout/notices.ts';
import { showPage } from '../layout/page.tsx';
import { Badge } from '../parts/badge.tsx';
import { ConfirmForm } from '../parts/confirm-form.tsx';
import { Facts } from '../parts/facts.tsx';
import { CustomerLink } from '../parts/links.tsx';
import { Pager } from '../parts/list.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { licenceTableOfCustomer } from './licences.tsx';
import { invoiceTable } from './open-items.tsx';

const atATime = 100;

/** All about a customer: licences, open items, contacts with what they return, notes and history. */
export const addCustomer: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  const book = new CustomerBook(deployment);
  app.get('/customers/:id', async (c) => {
    const customer = await deployment.requireCustomer(c.req.param('id'));
    const { customerId, name } = customer;
    const page = await pages.ofCustomer(customerId, atATime, c.req.query('from'));
    const history = await book.history(customerId);
    const todayOf = (planId: string) => dayIn(planOf(planId).timeZone, c.var.now);
    const licences = page.rows.map(({ licence }) => {
      const plan = planOf(licence.facts.planId);
      return licenceRow(plan, licence, todayOf(plan.id));
    });
    const open = page.rows.flatMap((stored) => openInvoicesOf(stored, todayOf(stored.licence.facts.planId)));
    return showPage(
      c,
      { title: name, at: '/customers' },
      <>
        <Pager c={c} next={page.next} />
        <h2>Licences</h2>
        <Table caption="Licences" columns={licenceTableOfCustomer} rows={licences} empty="No licences." />
        <h2>Open invoices</h2>
        {totalsOf(open.map(({ owed }) => owed)).map((total) => (
          <p>
            To pay in all: <strong>{formatMoney(total)}</strong>
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
            <Facts facts={factsOf(customer)} />
          </section>
          <section class="panel">
            <h2>Notes</h2>
            <Entries entries={history.filter(({ type }) => type === 'noted')} empty="No notes yet." />
            <ConfirmForm
              c={c}
              action={`/customers/${encodeURIComponent(customerId)}/notes`}
              label="Add the note"
            >
              <div class="field">
                <label for="note">New note</label>
                <textarea id="note" name="note" required maxlength={2000} />
                <span class="hint">Colleagues see it with your name. It cannot be changed.</span>
              </div>
            </ConfirmForm>
          </section>
        </div>
        <h2>History</h2>
        <Table
          caption="History"
          columns={entryTable}
          rows={history.filter(({ type }) => type !== 'noted').toReversed()}
          empty="Nothing was changed."
        />
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
    return goOn(c, `/customers/${encodeURIComponent(customerId)}`, 'The note was added.');
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

function factsOf(customer: Customer) {
  const {
    email,
    alsoEmail = [],
    billingEmail,
    alsoBillingEmail = [],
    undeliverable = [],
    partnerId,
  } = customer;
  const returned = new Map(undeliverable.map((each) => [each.address, each]));
  const addresses = (some: readonly (string | undefined)[]) => {
    const known = some.filter((each) => each !== undefined);
    if (known.length === 0) return undefined;
    return known.map((address) => {
      const back = returned.get(address);
      const since =
        back === undefined ? null : (
          <Badge tone="attention">
            {back.complained === true ? 'complained' : 'returns mail'} since {back.on}
          </Badge>
        );
      return (
        <div>
          {address} {since}
        </div>
      );
    });
  };
  return [
    ['Id', customer.customerId],
    ['Kind', customer.kind],
    ['Email', addresses([email, ...alsoEmail])],
    ['Invoices to', addresses([billingEmail, ...alsoBillingEmail])],
    ['Address', customer.address?.join(', ')],
    ['Country', `${customer.country} (${customer.locale})`],
    ['Partner', partnerId === undefined ? undefined : <CustomerLink id={partnerId} />],
    ['Account manager', customer.accountManager],
    ['VAT id', customer.vatId],
    ['Tax', customer.taxExemption === undefined ? undefined : `exempt: ${customer.taxExemption}`],
    ['Discount', customer.discountPercent === undefined ? undefined : `${customer.discountPercent}%`],
    [
      'Purchase order',
      customer.poNumber ?? (customer.poRequired === true ? 'required for each order' : undefined),
    ],
    ['Together', customer.together === true ? 'one quote, invoice and mail for all licences' : undefined],
    ['Erased on', customer.erasedOn],
  ] as const;
}

const entryTable: readonly Column<CustomerEntry>[] = [
  { heading: 'When (UTC)', of: ({ at }) => at.slice(0, 16).replace('T', ' ') },
  { heading: 'What', of: (entry) => entryInWords(entry) },
  { heading: 'Who', of: ({ who }) => whoInWords(who) },
];

function Entries({ entries, empty }: { readonly entries: readonly CustomerEntry[]; readonly empty: string }) {
  if (entries.length === 0) return <p class="muted">{empty}</p>;
  return (
    <ul class="entries">
      {entries.toReversed().map((entry) => (
        <li>
          {entry.type === 'noted' ? entry.note : entryInWords(entry)}
          <div class="muted small">
            {entry.at.slice(0, 16).replace('T', ' ')} UTC, {whoInWords(entry.who)}
          </div>
        </li>
      ))}
    </ul>
  );
}
