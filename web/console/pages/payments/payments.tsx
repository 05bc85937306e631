import { paymentPath } from '../../parts/paths.ts';
import {
  type KeptPayment,
  keptPaymentsOf,
  leftOf,
  waitingPage,
} from '../../../../client/payments/kept-payments.ts';
import { decimalOf, formatMoney } from '../../../../domain/billing/money.ts';
import type { AddPage } from '../../context.ts';
import { showList } from '../../parts/list.tsx';

const atATime = 100;

/** The payments that match nothing: assigned to what they pay, or dismissed. */
export const addPayments: AddPage = (app, { deployment }) => {
  const payments = keptPaymentsOf(deployment);

  app.get('/payments', (c) =>
    showList<KeptPayment>(c, {
      title: 'Payments that match nothing',
      at: '/payments',
      columns: [
        {
          heading: 'Payment',
          of: ({ payment: { paymentId, payer, text } }) => (
            <a href={paymentPath(paymentId)}>{payer ?? (text === '' ? paymentId : text)}</a>
          ),
        },
        { heading: 'Received', of: ({ payment }) => payment.received },
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
      read: (from) => waitingPage(payments, atATime, from),
    }),
  );
};
