import { repeated, type Rules } from './rule.ts';

/** Money is conserved to the minor unit, and nothing is charged twice. */
export const moneyRules: Rules = {
  'money is conserved': ({ events, stored }) => {
    let paid = 0;
    let used = 0;
    for (const { event } of events) {
      if (event.type === 'PaymentRecorded') paid += event.amount.amount;
      if (event.type === 'InvoicePaid') used += event.total.amount;
    }
    const { amount } = stored.licence.credit;
    return paid - used === amount
      ? []
      : [`${paid} came in, ${used} paid invoices, and the credit is ${amount}`];
  },
  'a charge is invoiced once': ({ events }) => {
    const charges = events.flatMap(({ event }) =>
      event.type === 'InvoiceIssued' && 'charge' in event.purpose
        ? [`${event.purpose.kind} of the term from ${event.purpose.charge.from}`]
        : [],
    );
    return repeated(charges).map((charge) => `the charge ${charge} was invoiced more than once`);
  },
  'an invoice is settled once': ({ events }) => {
    const settled = events.flatMap(({ event }) =>
      event.type === 'InvoicePaid' || event.type === 'InvoiceVoided' ? [event.invoiceId] : [],
    );
    return repeated(settled).map((invoiceId) => `invoice ${invoiceId} was settled more than once`);
  },
  'a payment is recorded once': ({ events }) => {
    const ids = events.flatMap(({ event }) =>
      event.type === 'PaymentRecorded' && event.paymentId !== undefined ? [event.paymentId] : [],
    );
    return repeated(ids).map((id) => `payment ${id} was recorded more than once`);
  },
};
