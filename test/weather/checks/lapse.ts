import type { CivilDate } from '../../../domain/calendar.ts';
import type { Event, EventOf } from '../../../domain/licence/events.ts';

interface Bill {
  readonly total: number;
  readonly payBy: CivilDate;
  readonly isOrder: boolean;
  /** The day on which it was voided; unset while it is open. */
  voidedOn?: CivilDate;
}

/** A lapse needs its reason: a bill that was overdue and that the money did not pay, or a term that was over. */
export function lapses(events: readonly Event[]): readonly string[] {
  const account = new Account();
  return events.flatMap((event) => {
    account.take(event);
    return event.type === 'MaintenanceLapsed' ? account.lapse(event) : [];
  });
}

/** What the journal says of a licence's bills, money and cover, added up apart from the application. */
class Account {
  readonly #bills = new Map<string, Bill>();
  #credit = 0;
  #ends: CivilDate | undefined;
  #cancelledTo: CivilDate | undefined;

  take(event: Event): void {
    if (event.type === 'PaymentRecorded') this.#credit += event.amount.amount;
    if (event.type === 'TermStarted') this.#ends = event.ends;
    if (event.type === 'RenewalCancelled') this.#cancelledTo = event.endsOn;
    if (event.type === 'RenewalResumed') this.#cancelledTo = undefined;
    this.#takeBill(event);
  }

  lapse({ reason, date }: EventOf<'MaintenanceLapsed'>): readonly string[] {
    const ends = this.#ends ?? date;
    const cancelledTo = this.#cancelledTo;
    this.#cancelledTo = undefined;
    switch (reason) {
      case 'unpaid':
        return this.#unpaid(date);
      case 'cancelled': {
        const isOver = cancelledTo !== undefined && cancelledTo < date;
        return isOver
          ? []
          : [`it lapsed as cancelled on ${date}, renewal being cancelled to ${String(cancelledTo)}`];
      }
      case 'not-renewed':
        return ends < date ? [] : [`it lapsed on ${date}, and its term ends on ${ends}`];
    }
  }

  #takeBill(event: Event): void {
    if (event.type === 'InvoiceIssued') {
      const { invoiceId, total, payBy, purpose } = event;
      this.#bills.set(invoiceId, { total: total.amount, payBy, isOrder: !('charge' in purpose) });
    }
    if (event.type === 'InvoicePaid') {
      this.#credit -= event.total.amount;
      this.#bills.delete(event.invoiceId);
    }
    if (event.type !== 'InvoiceVoided') return;
    const bill = this.#bills.get(event.invoiceId);
    if (bill !== undefined) bill.voidedOn = event.date;
  }

  /** The lapse voids what is open: what was voided on its day counts as open. */
  #unpaid(on: CivilDate): readonly string[] {
    const open = [...this.#bills.values()].filter(({ voidedOn = on }) => voidedOn === on);
    const [first] = open;
    if (!open.some(({ payBy, isOrder }) => !isOrder && payBy < on))
      return [`it lapsed as unpaid on ${on}, and nothing was overdue`];
    return first !== undefined && this.#credit >= first.total
      ? [`it lapsed as unpaid on ${on}, and the credit of ${this.#credit} pays ${first.total}`]
      : [];
  }
}
