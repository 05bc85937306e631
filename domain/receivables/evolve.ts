import { add, subtract } from '../billing/money.ts';
import { addDays, earlierOf } from '../calendar.ts';
import type { EventOf } from '../licence/events.ts';
import type { Invoice, Licence } from '../licence/licence.ts';
import type { ReceivableEvent } from './events.ts';
import { oldestFirst, owedOf } from './owed.ts';

/** The licence after an event about what its customer owes. */
export function evolveReceivables(licence: Licence, event: ReceivableEvent): Licence {
  switch (event.type) {
    case 'LapseReversed':
      return lapseReversed(licence, event);
    case 'PaymentReversed':
      return { ...licence, credit: subtract(licence.credit, event.amount) };
    case 'InvoiceReopened':
      return invoiceReopened(licence, event);
    case 'CreditNoteIssued':
      return credited(licence, event);
    case 'RefundRecorded': {
      const credit = subtract(licence.credit, event.amount);
      return { ...licence, credit, refundsRecorded: licence.refundsRecorded + 1 };
    }
    case 'HoldPlaced':
      return { ...licence, hold: { until: event.until } };
    case 'HoldReleased':
      return { ...licence, hold: { until: addDays(event.date, -1) } };
    case 'NoteAdded':
      return licence;
  }
}

/** Quotes for coming back are withdrawn: there is nothing to come back from. */
function lapseReversed(licence: Licence, event: EventOf<'LapseReversed'>): Licence {
  const { standing, reopened, charges, quote, changeQuote } = event;
  const invoices = oldestFirst([...reopened, ...licence.invoices]);
  return { ...licence, standing, invoices, charges, quote, changeQuote, unpaidBefore: undefined };
}

function invoiceReopened(licence: Licence, { invoice, paidThrough }: EventOf<'InvoiceReopened'>): Licence {
  const through =
    paidThrough === undefined || licence.paidThrough === undefined
      ? licence.paidThrough
      : earlierOf(licence.paidThrough, paidThrough);
  return {
    ...licence,
    credit: add(licence.credit, owedOf(invoice)),
    invoices: oldestFirst([...licence.invoices, invoice]),
    paidThrough: through,
  };
}

function credited(licence: Licence, event: EventOf<'CreditNoteIssued'>): Licence {
  const { total, invoiceId, becomes } = event;
  const creditNotesIssued = licence.creditNotesIssued + 1;
  if (becomes === 'credit') return { ...licence, creditNotesIssued, credit: add(licence.credit, total) };
  const less = (invoice: Invoice): Invoice =>
    invoice.invoiceId === invoiceId
      ? { ...invoice, credited: invoice.credited === undefined ? total : add(invoice.credited, total) }
      : invoice;
  const invoices = licence.invoices.map(less).filter((invoice) => owedOf(invoice).amount > 0);
  return { ...licence, creditNotesIssued, invoices };
}
