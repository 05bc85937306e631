import { Account } from './account.ts';
import { repeated, type Rules } from './rule.ts';

/** Money is conserved to the minor unit, and nothing is charged twice. */
export const moneyRules: Rules = {
  'money is conserved': ({ events, stored }) => {
    const { credit } = new Account(events.map(({ event }) => event));
    const { amount } = stored.licence.credit;
    return credit === amount
      ? []
      : [`what came in and went out leaves ${credit}, and the credit is ${amount}`];
  },
  'an invoice is issued and settled once, with money that is there': ({ events }) =>
    new Account(events.map(({ event }) => event)).problems,
  'what is owed is what is open': ({ events, stored }) => {
    const owed = new Account(events.map(({ event }) => event)).openOn(stored.licence.lastEventOn);
    const open = new Set(stored.licence.invoices.map(({ invoiceId }) => invoiceId));
    const forgotten = owed.filter(({ invoiceId, state }) => state === 'open' && !open.has(invoiceId));
    return forgotten.map(({ invoiceId }) => `invoice ${invoiceId} is open, and the licence does not have it`);
  },
  'a charge is invoiced once': ({ events }) => {
    const charges = events.flatMap(({ event }, index) => {
      // An invoice that is issued anew was credited in full by the event before.
      const isAnew = events[index - 1]?.event.type === 'CreditNoteIssued';
      return event.type === 'InvoiceIssued' && 'charge' in event.purpose && !isAnew
        ? [`${event.purpose.kind} of the term from ${event.purpose.charge.from}`]
        : [];
    });
    return repeated(charges).map((charge) => `the charge ${charge} was invoiced more than once`);
  },
  'a payment is recorded and reversed once': ({ events }) => {
    const idsOf = (type: 'PaymentRecorded' | 'PaymentReversed') =>
      events.flatMap(({ event }) =>
        event.type === type && event.paymentId !== undefined ? [event.paymentId] : [],
      );
    return [
      ...repeated(idsOf('PaymentRecorded')).map((id) => `payment ${id} was recorded more than once`),
      ...repeated(idsOf('PaymentReversed')).map((id) => `payment ${id} was reversed more than once`),
    ];
  },
};
