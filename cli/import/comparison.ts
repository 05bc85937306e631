import type { CivilDate } from '../../domain/calendar.ts';
import { batchesOf } from '../../client/deployment/batches.ts';
import type { Deployment, ReadItems, Unreadable } from '../../client/deployment/deployment.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Progress } from '../shell/progress.ts';
import { type Found, findCustomer, findLicence, ofSuccessor } from './found.ts';
import { inParallel } from './in-parallel.ts';
import type { SoundBook } from './check-book.ts';

const atATime = 16;

/** A book compared with the tables. */
export class Comparison {
  readonly deployment: Deployment;
  /** The day that stands for a licence's registration where its row does not say. */
  readonly today: (planId: string) => CivilDate;
  /** How many customers and licences the book has. */
  readonly total: number;
  readonly #book: SoundBook;
  readonly #progress: Progress;
  readonly #signal: AbortSignal;
  /** The customers that took the places of customers of the book. */
  readonly #successors = new Map<string, Customer>();

  constructor(
    deployment: Deployment,
    book: SoundBook,
    today: (planId: string) => CivilDate,
    progress: Progress,
    signal: AbortSignal,
  ) {
    this.deployment = deployment;
    this.today = today;
    this.total = book.customerCount + book.licenceIds.size;
    this.#book = book;
    this.#progress = progress;
    this.#signal = signal;
  }

  /**
   * Has `work` done with everything in the book as it is found, customers first, since licences need them. Once the
   * signal aborts it ends with what is under way. Gives how many it has done.
   */
  async goThrough(label: string, work: (found: Found) => Promise<void> | void): Promise<number> {
    let done = 0;
    try {
      for (const finders of [this.#customers(), this.#licences()]) {
        await inParallel(finders, atATime, this.#signal, async (find) => {
          await work(await find());
          this.#progress.advance((done += 1), this.total, label);
        });
      }
    } finally {
      this.#progress.end();
    }
    return done;
  }

  async *#customers(): AsyncGenerator<() => Promise<Found>, void> {
    const isInBook = (licenceId: string) => this.#book.licenceIds.has(licenceId);
    for await (const batch of batchesOf(this.#book.customers())) {
      const ids = batch.map(({ customerId }) => customerId);
      const stored = storedBy(await this.deployment.customers(ids), ({ customerId }) => customerId);
      for (const customer of batch) {
        const known = stored.get(customer.customerId);
        await this.#noteSuccessor(known);
        yield () => findCustomer(this.deployment, isInBook, customer, known);
      }
    }
  }

  async #noteSuccessor(stored: Customer | Unreadable | undefined): Promise<void> {
    if (stored === undefined || 'problem' in stored || stored.mergedInto === undefined) return;
    this.#successors.set(stored.customerId, await this.deployment.requireCustomer(stored.mergedInto));
  }

  async *#licences(): AsyncGenerator<() => Promise<Found>, void> {
    for await (const batch of batchesOf(this.#book.licences())) {
      const ids = batch.map(({ licenceId }) => licenceId);
      const stored = storedBy(await this.deployment.facts(ids), ({ licenceId }) => licenceId);
      for (const row of batch) {
        const { licenceId, planId } = row;
        const successor = this.#successors.get(row.customerId);
        const facts = successor === undefined ? row : ofSuccessor(row, successor);
        yield () => findLicence(this.deployment, facts, stored.get(licenceId), this.today(planId));
      }
    }
  }
}

/** What the table has, by id. */
function storedBy<Value>(
  { values, unreadable }: ReadItems<Value>,
  idOf: (value: Value) => string,
): ReadonlyMap<string, Value | Unreadable> {
  return new Map<string, Value | Unreadable>([
    ...values.map((value) => [idOf(value), value] as const),
    ...unreadable.map((item) => [item.id, item] as const),
  ]);
}
