import type { CivilDate } from '../../../domain/calendar.ts';
import type { Event, EventOf } from '../../../domain/licence/events.ts';

interface Bill {
  readonly invoiceId: string;
  /** What is still to be paid of it, in minor units. */
  readonly owed: number;
  readonly payBy: CivilDate;
  /** Whether cover lapses where it stays unpaid. */
  readonly isDunned: boolean;
  readonly state: 'open' | 'paid' | 'voided' | 'credited';
  /** The day on which it was voided. */
  readonly voidedOn?: CivilDate | undefined;
}

/** A licence's money, added up from the journal apart from the application. */
export class Account {
  /** In minor units. */
  credit = 0;
  /** The last day of a hold. */
  holdUntil: CivilDate | undefined;
  /** What the journal does with money that cannot be done. */
  readonly problems: string[] = [];
  readonly #bills = new Map<string, Bill>();

  constructor(events: readonly Event[] = []) {
    for (const event of events) this.take(event);
  }

  take(event: Event): void {
    this.#takeMoney(event);
    this.#takeBill(event);
    if (event.type === 'HoldPlaced') this.holdUntil = event.until;
    if (event.type === 'HoldReleased') this.holdUntil = undefined;
  }

  /** What is open, oldest first; what was voided on a day counts as open on it. */
  openOn(day: CivilDate): readonly Bill[] {
    return [...this.#bills.values()].filter(({ state, voidedOn }) => state === 'open' || voidedOn === day);
  }

  #takeMoney(event: Event): void {
    if (event.type === 'PaymentRecorded') this.credit += event.amount.amount;
    if (event.type === 'PaymentReversed' || event.type === 'RefundRecorded')
      this.credit -= event.amount.amount;
    if (event.type === 'RefundRecorded' && this.credit < 0)
      this.problems.push(`${event.amount.amount} is refunded on ${event.date}, more than the credit`);
    if (event.type === 'CreditNoteIssued' && event.becomes === 'credit') this.credit += event.total.amount;
    if (event.type !== 'InvoicePaid') return;
    this.credit -= event.total.amount;
    if (this.credit < 0)
      this.problems.push(`invoice ${event.invoiceId} is paid with money that is not there`);
  }

  #takeBill(event: Event): void {
    if (event.type === 'InvoiceIssued') this.#issue(event);
    if (event.type === 'InvoicePaid') {
      this.#move(event.invoiceId, ['open'], (bill) => {
        if (bill.owed !== event.total.amount)
          this.problems.push(`invoice ${bill.invoiceId} of ${bill.owed} is paid with ${event.total.amount}`);
        return { ...bill, state: 'paid' };
      });
    }
    if (event.type === 'InvoiceVoided') {
      this.#move(event.invoiceId, ['open'], (bill) => ({ ...bill, state: 'voided', voidedOn: event.date }));
    }
    if (event.type === 'InvoiceReopened') {
      this.#move(event.invoiceId, ['paid'], (bill) => {
        this.credit += bill.owed;
        return { ...bill, state: 'open', payBy: event.payBy, isDunned: true };
      });
    }
    if (event.type === 'LapseReversed') {
      for (const { invoiceId } of event.reopened) {
        this.#move(invoiceId, ['voided'], (bill) => ({ ...bill, state: 'open', voidedOn: undefined }));
      }
    }
    if (event.type === 'CreditNoteIssued') {
      this.#move(event.invoiceId, ['open', 'paid', 'voided'], (bill) => {
        const owed = bill.owed - event.total.amount;
        if (owed < 0) this.problems.push(`invoice ${bill.invoiceId} is credited by more than its total`);
        return { ...bill, owed, state: owed === 0 && bill.state === 'open' ? 'credited' : bill.state };
      });
    }
  }

  #issue({ invoiceId, total, payBy, purpose, reissues = '' }: EventOf<'InvoiceIssued'>): void {
    if (this.#bills.has(invoiceId)) this.problems.push(`invoice ${invoiceId} is issued twice`);
    // One that takes the place of an invoice that was open again is dunned as that was.
    const isDunned = 'charge' in purpose || this.#bills.get(reissues)?.isDunned === true;
    this.#bills.set(invoiceId, { invoiceId, owed: total.amount, payBy, isDunned, state: 'open' });
  }

  #move(invoiceId: string, from: readonly Bill['state'][], change: (bill: Bill) => Bill): void {
    const bill = this.#bills.get(invoiceId);
    if (bill === undefined || !from.includes(bill.state)) {
      this.problems.push(`invoice ${invoiceId} is ${bill?.state ?? 'not issued'}, not ${from.join(' or ')}`);
    } else this.#bills.set(invoiceId, change(bill));
  }
}
