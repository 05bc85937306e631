import type { PaymentsView, ReceiptView } from '../../../../app/portal/views/payments.ts';
import { allOf } from '../../../../wording/text/lists.ts';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { Go, Row, State } from '../../parts/pieces.tsx';

/** All payments that were received, as receipts. */
export function PaymentsPage({ frame, view }: { readonly frame: Frame; readonly view: PaymentsView }) {
  const { say, localiser, language } = frame;
  const words = say.payments;
  const { customer, receipts, credit, next } = view;
  const more = `/payments?customer=${encodeURIComponent(customer.customerId)}&after=${encodeURIComponent(next ?? '')}`;
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="documents"
      back={{ to: '/documents', label: say.documents.title }}
      kicker={customer.name}
    >
      <p class="lead">{receipts.length === 0 ? words.none : words.lead}</p>
      {credit.length > 0 && <p>{words.credit(allOf(language, credit.map(localiser.money)))}</p>}
      {receipts.length > 0 && (
        <ul class="rows">
          {receipts.map((receipt) => (
            <Receipt frame={frame} receipt={receipt} />
          ))}
        </ul>
      )}
      {next !== undefined && (
        <p class="do">
          <Go to={more} second>
            {say.frame.more}
          </Go>
        </p>
      )}
    </Layout>
  );
}

function Receipt({ frame, receipt }: { readonly frame: Frame; readonly receipt: ReceiptView }) {
  const { say, localiser, language } = frame;
  const words = say.payments;
  const { received, amount, paid, licenceIds, reversedOn, paymentId } = receipt;
  const numbers = paid.map(({ number }) => number);
  const what = numbers.length === 0 ? words.toCredit : words.paid(allOf(language, numbers));
  return (
    <Row
      title={words.received(localiser.date(received))}
      detail={
        <>
          {what}
          <br />
          {licenceIds.join(', ')} · {paymentId}
        </>
      }
      side={
        <>
          {localiser.money(amount)}
          {reversedOn !== undefined && (
            <>
              {' '}
              <State tone="bad">{words.reversed(localiser.date(reversedOn))}</State>
            </>
          )}
        </>
      }
    />
  );
}
