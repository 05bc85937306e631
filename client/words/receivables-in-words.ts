import { formatMoney } from '../../domain/billing/money.ts';
import type { ReceivableEvent } from '../../domain/receivables/events.ts';

/** An event about what a customer owes, as a headline. */
export function receivablesInWords(event: ReceivableEvent): string {
  switch (event.type) {
    case 'LapseReversed':
      return 'the lapse is reversed: maintenance is active again';
    case 'PaymentReversed':
      return `payment ${event.paymentId} of ${formatMoney(event.amount)} is reversed: ${event.reason}`;
    case 'InvoiceReopened':
      return `invoice ${event.invoiceId} is open again, payable by ${event.payBy}`;
    case 'CreditNoteIssued':
      return `credit note ${event.creditNoteId} for invoice ${event.invoiceId} is issued: ${formatMoney(event.total)} (${event.reason})`;
    case 'RefundRecorded':
      return `${formatMoney(event.amount)} of credit is refunded: ${event.reason}`;
    case 'HoldPlaced':
      return `payments are on hold until ${event.until}: ${event.reason}`;
    case 'HoldReleased':
      return `the hold until ${event.until} is released`;
    case 'NoteAdded':
      return `note: ${event.note}`;
  }
}
