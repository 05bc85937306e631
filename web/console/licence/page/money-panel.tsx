import { mailPath, documentPath } from '../../parts/paths.ts';
import { formatMoney, type Money } from '../../../../domain/billing/money.ts';
import { allThatIsOpen } from '../../../../domain/payments/payment.ts';
import { isOrder, owedOf, payByOf } from '../../../../domain/receivables/owed.ts';
import type { Mail } from '../../../../client/deployment/deployment.ts';
import { recordedEventsOf } from '../../../../client/explaining/recorded-events.ts';
import type { LicenceRecord } from '../../../../client/explaining/licence-record.ts';
import { ForOperators } from '../../parts/for-operators.tsx';
import { Table } from '../../parts/table.tsx';
import { Facts } from '../../parts/facts.tsx';

/** What is open: invoices and orders, quotes, credit and a hold. */
export function MoneyPanel({ record }: { readonly record: LicenceRecord }) {
  const { licence, numbers, today } = record;
  const { credit, hold, quote, changeQuote } = licence;
  const open = allThatIsOpen(licence);
  const quotes = [
    ...(quote === undefined
      ? []
      : [{ id: quote.quoteId, what: quote.kind, until: quote.validUntil, total: quote.options[0]?.total }]),
    ...(changeQuote === undefined
      ? []
      : [
          {
            id: changeQuote.quoteId,
            what: changeQuote.change.kind,
            until: changeQuote.validUntil,
            total: changeQuote.price.total,
          },
        ]),
  ];
  return (
    <>
      <Table
        caption="Open invoices and orders"
        empty="No invoice is open."
        rows={licence.invoices}
        columns={[
          {
            heading: 'Invoice',
            of: ({ invoiceId }) => (
              <>
                <DocumentLink id={invoiceId} numbers={numbers} />
                <SendAgain mail={mailOf(record, invoiceId)} />
              </>
            ),
          },
          {
            heading: 'For',
            of: (invoice) => (isOrder(invoice) ? `${invoice.purpose.kind} order` : invoice.purpose.kind),
          },
          { heading: 'Issued', of: ({ issuedOn }) => issuedOn },
          {
            heading: 'Pay by',
            of: (invoice) => {
              const payBy = payByOf(licence, invoice);
              return payBy < today ? <strong class="overdue">{payBy}, overdue</strong> : payBy;
            },
          },
          { heading: 'To pay', isNumber: true, of: (invoice) => formatMoney(owedOf(invoice)) },
        ]}
      />
      {quotes.length === 0 ? null : (
        <Table
          caption="Open quotes"
          empty=""
          rows={quotes}
          columns={[
            { heading: 'Quote', of: ({ id }) => <DocumentLink id={id} numbers={numbers} /> },
            { heading: 'For', of: ({ what }) => what },
            { heading: 'Valid until', of: ({ until }) => until },
            {
              heading: 'Total',
              isNumber: true,
              of: ({ total }) => (total === undefined ? '' : formatMoney(total)),
            },
          ]}
        />
      )}
      <Facts
        facts={[
          ['To pay in all', open.amount > 0 ? <strong>{formatMoney(open)}</strong> : undefined],
          ['Credit', isSome(credit) ? formatMoney(credit) : undefined],
          ['On hold until', hold === undefined || hold.until < today ? undefined : hold.until],
        ]}
      />
    </>
  );
}

/** The mail that an invoice went out with, where it was sent. */
function mailOf({ history }: LicenceRecord, invoiceId: string): Mail | undefined {
  const issued = recordedEventsOf(history, undefined).find(
    ({ event }) => event.type === 'InvoiceIssued' && event.invoiceId === invoiceId,
  );
  return issued?.mails.find(({ status }) => status === 'sent');
}

function SendAgain({ mail }: { readonly mail: Mail | undefined }) {
  if (mail === undefined) return null;
  return (
    <ForOperators>
      <span class="below">
        <a href={`${mailPath(mail.licenceId, mail.mailId)}/send`}>Send again</a>
      </span>
    </ForOperators>
  );
}

function isSome({ amount }: Money): boolean {
  return amount !== 0;
}

function DocumentLink({
  id,
  numbers,
}: {
  readonly id: string;
  readonly numbers: ReadonlyMap<string, string>;
}) {
  const number = numbers.get(id);
  return number === undefined ? <>{id}</> : <a href={documentPath(number)}>{number}</a>;
}
