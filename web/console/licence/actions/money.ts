import type { LicenceCommand } from '../../../../contracts/operator/commands.ts';
import { decimalOf, formatMoney, money } from '../../../../domain/billing/money.ts';
import { addDays } from '../../../../domain/calendar.ts';
import type { EventOf } from '../../../../domain/licence/events.ts';
import { paymentsIn, reversedIn } from '../../../../domain/receivables/history.ts';
import { allThatIsOpen } from '../../../../domain/payments/payment.ts';
import { type About, type Action, type Choice, reason } from './action.ts';

const tried = 'tried';

function issuedIn({ journal }: About): readonly EventOf<'InvoiceIssued'>[] {
  return journal.filter((event) => event.type === 'InvoiceIssued').toReversed();
}

function invoicesOf(about: About): readonly Choice[] {
  return issuedIn(about).map(({ invoiceId, total, date }) => ({
    value: invoiceId,
    label: `${about.numbers.get(invoiceId) ?? invoiceId} of ${date}, ${formatMoney(total)}`,
  }));
}

function openInvoicesOf({ licence, numbers }: About): readonly Choice[] {
  return licence.invoices.map(({ invoiceId, price }) => {
    const number = numbers.get(invoiceId) ?? invoiceId;
    return { value: number, label: `${number}, ${formatMoney(price.total)}` };
  });
}

/** The latest payments first. */
function paymentsOf({ journal }: About): readonly Choice[] {
  const reversed = reversedIn(journal);
  return paymentsIn(journal)
    .filter(({ paymentId }) => !reversed.has(paymentId))
    .map(({ paymentId, amount }) => ({ value: paymentId, label: `${paymentId}, ${formatMoney(amount)}` }))
    .toReversed();
}

export const payment: Action = {
  title: 'Record a payment',
  says: 'It pays open invoices in full, oldest first. The rest becomes credit.',
  group: 'Money',
  fields: (about) => {
    const open = allThatIsOpen(about.licence);
    return [
      {
        name: 'amount',
        label: 'Amount',
        hint: 'Empty: everything that is open, less credit.',
        type: 'amount',
        ...(open.amount > 0 && { initial: decimalOf(open) }),
      },
      {
        name: 'received',
        label: 'Received on',
        hint: 'The day the money arrived. If it had arrived by the pay-by day, a lapse as unpaid is reversed.',
        type: 'date',
        initial: about.today,
      },
      {
        name: 'document',
        label: 'For invoice',
        hint: 'Paid first. Leave it empty for the oldest.',
        type: 'choice',
        choices: openInvoicesOf(about),
      },
      {
        name: 'paymentId',
        label: 'Payment id',
        hint: "Your payment system's id. A payment with a known id is not recorded again.",
        type: 'line',
      },
    ];
  },
  trial: ({ plan }) => ({ activity: 'payment', amount: money(1, plan.currency) }),
};

export const reversePayment: Action = {
  title: 'Reverse a payment',
  says: 'It takes back a payment that was mistyped, bounced or charged back. The invoice paid last may be open again.',
  group: 'Money',
  fields: (about) => [
    { name: 'paymentId', label: 'Payment', type: 'choice', required: true, choices: paymentsOf(about) },
    reason,
  ],
  trial: (about) => {
    const [last] = paymentsOf(about);
    return last === undefined
      ? 'no payment is recorded, or all are reversed'
      : { activity: 'reverse-payment', paymentId: last.value, reason: tried };
  },
};

export const creditInvoice: Action = {
  title: 'Issue a credit note',
  says: 'Less is to be paid of an open invoice. If it is paid, the amount becomes credit. The term stays as it is.',
  group: 'Money',
  fields: (about) => [
    { name: 'invoice', label: 'Invoice', type: 'choice', required: true, choices: invoicesOf(about) },
    {
      name: 'net',
      label: 'Net amount',
      hint: 'Empty: everything that is not credited yet.',
      type: 'amount',
    },
    reason,
  ],
  trial: (about) =>
    firstAccepted(about, (invoice) => ({ activity: 'credit-invoice', invoice, reason: tried })),
};

export const reissueInvoice: Action = {
  title: 'Reissue an invoice',
  says: "The invoice is credited in full and issued anew with the customer's data of today.",
  group: 'Money',
  fields: (about) => [
    { name: 'invoice', label: 'Invoice', type: 'choice', required: true, choices: invoicesOf(about) },
    reason,
  ],
  trial: (about) =>
    firstAccepted(about, (invoice) => ({ activity: 'reissue-invoice', invoice, reason: tried })),
};

/** The command for the latest invoice. */
function firstAccepted(about: About, of: (invoice: string) => LicenceCommand): LicenceCommand | string {
  const [latest] = issuedIn(about);
  return latest === undefined ? 'no invoice was issued' : of(latest.invoiceId);
}

export const refund: Action = {
  title: 'Record a refund',
  says: 'Credit was paid out to the customer.',
  group: 'Money',
  fields: ({ licence }) => [
    {
      name: 'amount',
      label: 'Amount',
      hint: `The credit is ${formatMoney(licence.credit)}.`,
      type: 'amount',
      required: true,
      initial: decimalOf(licence.credit),
    },
    reason,
  ],
  trial: ({ plan }) => ({ activity: 'refund', amount: money(1, plan.currency), reason: tried }),
};

export const hold: Action = {
  title: 'Put payments on hold',
  says: 'Until its last day no reminder to pay goes out and nothing lapses as unpaid. Another hold replaces it.',
  group: 'Money',
  fields: ({ today }) => [
    { name: 'until', label: 'Last day', type: 'date', required: true, initial: addDays(today, 14) },
    reason,
  ],
  trial: ({ today }) => ({ activity: 'hold', until: addDays(today, 1), reason: tried }),
};

export const release: Action = {
  title: 'End the hold',
  says: 'Reminders to pay go out again, and what is overdue can lapse.',
  group: 'Money',
};
