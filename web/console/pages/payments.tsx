import { type KeptPayment, keptPaymentsOf, leftOf } from '../../../client/payments/kept-payments.ts';
import { findTarget } from '../../../client/payments/find-target.ts';
import { Refusal } from '../../../client/operator/errors.ts';
import { countOf } from '../../../client/words/count-of.ts';
import { decimalOf, formatMoney } from '../../../domain/billing/money.ts';
import type { Allocation } from '../../../domain/payments/incoming.ts';
import { fieldsOf } from '../access/fields.ts';
import type { AddPage } from '../context.ts';
import { goOn } from '../layout/notices.ts';
import { showPage } from '../layout/page.tsx';
import { ConfirmForm } from '../parts/confirm-form.tsx';
import { Facts } from '../parts/facts.tsx';
import { LicenceLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';
import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';

/** More wait only where nobody looks for weeks. */
const mostListed = 500;

/** The payments that match nothing: assigned to what they pay, or dismissed. */
export const addPayments: AddPage = (app, { deployment }) => {
  const payments = keptPaymentsOf(deployment);

  /** Throws `Refusal` for a payment that does not wait. */
  const waiting = async (paymentId: string): Promise<KeptPayment> => {
    const kept = await payments.get(paymentId);
    if (kept?.state === 'waiting') return kept;
    throw new Refusal(
      `No payment ${paymentId.slice(0, 80)} waits. It may have been booked or dismissed meanwhile.`,
    );
  };

  app.get('/payments', (c) =>
    showList<KeptPayment>(c, {
      title: 'Payments that match nothing',
      at: '/payments',
      columns: [
        {
          heading: 'Payment',
          of: ({ payment: { paymentId } }) => (
            <a href={`/payments/${encodeURIComponent(paymentId)}`}>{paymentId}</a>
          ),
        },
        { heading: 'Received', of: ({ payment }) => payment.received },
        { heading: 'Payer', of: ({ payment }) => payment.payer ?? '' },
        { heading: 'Text', of: ({ payment }) => payment.text },
        { heading: 'Why it waits', of: ({ reason }) => reason ?? '' },
        { heading: 'Amount', isNumber: true, of: (kept) => formatMoney(leftOf(kept)) },
      ],
      csv: [
        ['paymentId', ({ payment }) => payment.paymentId],
        ['received', ({ payment }) => payment.received],
        ['payer', ({ payment }) => payment.payer],
        ['text', ({ payment }) => payment.text],
        ['why', ({ reason }) => reason],
        ['currency', ({ payment }) => payment.amount.currency],
        ['amount', (kept) => decimalOf(leftOf(kept))],
      ],
      empty: 'Every payment has found its invoice.',
      read: async () => {
        const rows: KeptPayment[] = [];
        for await (const kept of payments.waiting()) {
          rows.push(kept);
          if (rows.length === mostListed) break;
        }
        return { rows, unreadable: [] };
      },
    }),
  );

  app.get('/payments/:id', async (c) => {
    const kept = await waiting(c.req.param('id'));
    const { payment, reason } = kept;
    const target = (c.req.query('for') ?? '').trim();
    const path = `/payments/${encodeURIComponent(payment.paymentId)}`;
    return showPage(
      c,
      { title: `${formatMoney(leftOf(kept))}, received on ${payment.received}`, at: '/payments' },
      <>
        <div class="panel">
          <Facts
            facts={[
              ['Payment', payment.paymentId],
              ['Payer', payment.payer],
              ['Text', payment.text],
              ['Why it waits', reason],
            ]}
          />
        </div>
        <h2>Assign it</h2>
        <form class="filters">
          <div class="field">
            <label for="for">Licence, number of an invoice, or customer</label>
            <input id="for" name="for" value={target} required maxlength={100} />
          </div>
          <button type="submit">Preview</button>
        </form>
        {target === '' ? null : (
          <ConfirmForm c={c} action={`${path}/assign`} label="Book the payment">
            <input type="hidden" name="for" value={target} />
            <Allocations allocations={await findTarget(deployment, target, leftOf(kept))} />
          </ConfirmForm>
        )}
        <h2>Dismiss it</h2>
        <ConfirmForm c={c} action={`${path}/dismiss`} label="Dismiss the payment" isDangerous>
          <div class="field">
            <label for="reason">Reason</label>
            <input id="reason" name="reason" required maxlength={200} />
            <span class="hint">
              For a payment that is for no licence. The reason is recorded with your name.
            </span>
          </div>
        </ConfirmForm>
      </>,
    );
  });

  app.post('/payments/:id/assign', async (c) => {
    const kept = await waiting(c.req.param('id'));
    const { for: target = '', requestId } = await fieldsOf(c);
    const allocations = await findTarget(deployment, target, leftOf(kept));
    const { paymentId } = kept.payment;
    const { licenceIds, mails = [] } = await deployment.operator.assignPayment(
      { paymentId, allocations: [...allocations] },
      requestId,
    );
    const sent = mails.filter(({ status }) => status === 'sent').length;
    return goOn(c, '/payments', `Booked on ${licenceIds.join(', ')}; ${countOf(sent, 'mail')} sent.`);
  });

  app.post('/payments/:id/dismiss', async (c) => {
    const { payment } = await waiting(c.req.param('id'));
    const { reason = '', requestId } = await fieldsOf(c);
    if (reason.trim() === '') throw new Refusal('The reason: expected some text.');
    await deployment.operator.dismissPayment(
      { paymentId: payment.paymentId, reason: reason.trim() },
      requestId,
    );
    return goOn(c, '/payments', `Payment ${payment.paymentId} is dismissed.`);
  });
};

function Allocations({ allocations }: { readonly allocations: readonly Allocation[] }) {
  return (
    <>
      <Notice kind="info">
        This books the payment as follows, and sends the receipts that the plan provides for.
      </Notice>
      <Table<Allocation>
        caption="What it pays"
        columns={[
          { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
          { heading: 'Invoice', of: ({ invoiceId }) => invoiceId ?? 'what is open, oldest first' },
          { heading: 'Amount', isNumber: true, of: ({ amount }) => formatMoney(amount) },
        ]}
        rows={allocations}
        empty="Nothing."
      />
    </>
  );
}
