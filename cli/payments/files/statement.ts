import type { Money } from '../../../domain/billing/money.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { IncomingPayment } from '../../../domain/payments/incoming.ts';

/** An entry that takes a payment back, or a payment out that came back. */
export interface Reversal {
  readonly amount: Money;
  readonly received: CivilDate;
  readonly text: string;
  readonly payer?: string | undefined;
  /** Whether money left the account: a customer's payment was taken back. */
  readonly isDebit: boolean;
}

/** What a bank's file says. */
export interface Statement {
  /** The payments that came in, each once, in the order of the file. */
  readonly payments: readonly IncomingPayment[];
  readonly reversals: readonly Reversal[];
  /** How many entries are payments out, and how many are not booked by the bank yet. */
  readonly debits: number;
  readonly pending: number;
}

/** Gathers what a file says; a payment that it has twice is in it once. */
export class StatementBuilder {
  readonly #payments = new Map<string, IncomingPayment>();
  readonly #reversals: Reversal[] = [];
  #debits = 0;
  #pending = 0;

  addPayment(payment: IncomingPayment): void {
    if (!this.#payments.has(payment.paymentId)) this.#payments.set(payment.paymentId, payment);
  }

  addReversal(reversal: Reversal): void {
    this.#reversals.push(reversal);
  }

  addDebit(): void {
    this.#debits += 1;
  }

  addPending(): void {
    this.#pending += 1;
  }

  get statement(): Statement {
    return {
      payments: [...this.#payments.values()],
      reversals: this.#reversals,
      debits: this.#debits,
      pending: this.#pending,
    };
  }
}
