import { isDeepStrictEqual } from 'node:util';
import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import { documentOf } from '../../../domain/billing/document-of.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Facts, Licence } from '../../../domain/licence/licence.ts';
import { sharedBy } from '../../../domain/licence/sharing.ts';
import { records, storedFrom } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { textSchema } from '../../../domain/values/plain.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { Item } from '../dynamodb/evaluate.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Book } from './book.ts';
import { busyDay } from './busy-days.ts';
import type { Operator } from './operator.ts';
import type { PaymentSystem } from './payment-system.ts';
import { lastPayment, type Wish, wishesOf } from './wishes.ts';

interface Planned {
  readonly id: string;
  readonly licenceId: string;
  readonly work: (id: string) => Promise<unknown>;
}

/** A quote or invoice that several licences share. */
interface SharedPaper {
  /** Its printed number. */
  readonly number: string;
  /** Of all lines, in minor units. */
  readonly total: number;
  /** Whether it lies with the licence that was asked about. */
  readonly isFirst: boolean;
}

/** How much of what comes to a customer is answered: bills paid, quotes accepted. */
const habits = { faithful: 0.95, careless: 0.5, gone: 0.1 } as const;
const dayMilliseconds = 86_400_000;

/** Customers who do everything, at any hour: what they want of their own accord, and what bills and quotes call for. */
export class Customers {
  readonly #deployment: Deployment;
  readonly #operator: Operator;
  readonly #payments: PaymentSystem;
  readonly #facts: readonly Facts[];
  readonly #planned = new Map<CivilDate, Planned[]>();
  readonly #answered = new Set<string>();
  /** Each licence as it was looked at last: what is stored is never changed, but replaced. */
  readonly #seen = new Map<string, Item>();

  constructor(
    deployment: Deployment,
    { operator, payments }: { readonly operator: Operator; readonly payments: PaymentSystem },
    book: Book,
    days: number,
  ) {
    this.#deployment = deployment;
    this.#operator = operator;
    this.#payments = payments;
    this.#facts = book.licences;
    const { random } = deployment.world;
    for (const wish of book.licences.flatMap((facts) => wishesOf(random, facts, days))) {
      this.#plan(wish.day, wish.licenceId, wish.id, (id) => this.#wish(id, wish));
    }
  }

  /** The days after `day` on which anybody means to do something. */
  daysAfter(day: CivilDate): readonly CivilDate[] {
    return [...this.#planned.keys()].filter((one) => one > day);
  }

  /** The plans whose licences something is done to on a day. */
  plansOn(day: CivilDate): ReadonlySet<string> {
    const licenceIds = new Set((this.#planned.get(day) ?? []).map(({ licenceId }) => licenceId));
    return new Set(
      this.#facts.filter(({ licenceId }) => licenceIds.has(licenceId)).map(({ planId }) => planId),
    );
  }

  /** Has what is planned for a day happen at some time of it. */
  live(day: CivilDate): void {
    const { sky, world } = this.#deployment;
    const planned = this.#planned.get(day) ?? [];
    this.#planned.delete(day);
    for (const { id, work } of planned) {
      if (!sky.happens('customers act', id)) continue;
      world.start(world.random.of(`hour of ${id}`).between(0, dayMilliseconds - 1000), () => work(id));
    }
  }

  /** Plans what customers do about bills, quotes and lapses that are new since `day` began. */
  answer(day: CivilDate): void {
    for (const facts of this.#facts) {
      const item = this.#item(facts.licenceId);
      if (item === undefined || this.#seen.get(facts.licenceId) === item) continue;
      this.#seen.set(facts.licenceId, item);
      const { licence } = storedFrom(facts.licenceId, item);
      this.#answerBills(day, facts, licence);
      this.#answerQuote(day, facts, licence);
      this.#answerLapse(day, facts, licence);
    }
  }

  #answerBills(day: CivilDate, facts: Facts, licence: Licence): void {
    for (const { invoiceId } of licence.invoices) {
      this.#react(day, facts, `pays ${invoiceId}`, 100, (id) => this.#pay(id, facts, invoiceId));
    }
  }

  #answerQuote(day: CivilDate, facts: Facts, { quote }: Licence): void {
    if (quote === undefined) return;
    const { licenceId } = facts;
    const chance = this.#deployment.world.random.of(`years of ${quote.quoteId}`);
    const { years } = chance.pick(quote.options);
    this.#react(day, facts, `accepts ${quote.quoteId}`, 45, async (id) => {
      const shared = this.#treatedWhole(licenceId, quote.quoteId);
      if (shared?.isFirst === false) return;
      const named = shared?.number ?? licenceId;
      if (shared !== undefined) this.#deployment.sky.count('shared quote accepted');
      const command = { activity: 'accept-quote', years } as const;
      await this.#operator.ask(id, { kind: 'command', licenceId: named, command });
    });
  }

  #answerLapse(day: CivilDate, facts: Facts, { standing }: Licence): void {
    if (standing.status !== 'lapsed') return;
    const { licenceId } = facts;
    if (standing.reason === 'unpaid') {
      this.#react(day, facts, `had paid before ${standing.lapsedOn}`, 40, (id) =>
        this.#payReceived(id, facts, standing.lapsedOn),
      );
    }
    this.#react(day, facts, `comes back after ${standing.lapsedOn}`, 250, (id) =>
      this.#operator.ask(id, { kind: 'command', licenceId, command: { activity: 'request-quote' } }),
    );
  }

  /** Plans an answer once, within some days, as the licence's customer is. */
  #react(day: CivilDate, { licenceId }: Facts, what: string, within: number, work: Planned['work']): void {
    const id = `${licenceId} ${what}`;
    if (this.#answered.has(id)) return;
    this.#answered.add(id);
    const { random } = this.#deployment.world;
    const habit = random
      .of(`habit of ${licenceId}`)
      .pick(['faithful', 'faithful', 'careless', 'gone'] as const);
    const chance = random.of(id);
    if (!chance.is(habits[habit])) return;
    this.#plan(busyDay(random, addDays(day, chance.between(1, within))), licenceId, id, work);
  }

  async #wish(id: string, { licenceId, command }: Wish): Promise<void> {
    const isOfLast = command.activity === 'reverse-payment' && command.paymentId === lastPayment;
    const paymentId = isOfLast ? this.#lastPayment(licenceId) : undefined;
    const known = paymentId === undefined ? command : { ...command, paymentId };
    await this.#operator.ask(id, { kind: 'command', licenceId, command: known });
  }

  /** The id of the payment that was recorded last: its own, or the one that its place gives it. */
  #lastPayment(licenceId: string): string | undefined {
    const payments = this.#journal(licenceId).filter((event) => event.type === 'PaymentRecorded');
    return (
      payments.at(-1)?.paymentId ?? (payments.length > 0 ? `${licenceId}-P${payments.length}` : undefined)
    );
  }

  /** Pays what is open: most of them exactly, by a bank or at the operator's. An invoice that licences share is mostly paid whole. */
  async #pay(id: string, facts: Facts, invoiceId: string): Promise<void> {
    const { random } = this.#deployment.world;
    const chance = random.of(`amount of ${id}`);
    const { licenceId, planId } = facts;
    const shared = this.#treatedWhole(licenceId, invoiceId);
    if (shared !== undefined) {
      const { isFirst, number, total } = shared;
      if (!isFirst) return;
      this.#deployment.sky.count('shared invoice paid');
      return this.#payments.say(facts, id, chance.is(0.85) ? total : chance.between(1, total), number);
    }
    const item = this.#item(licenceId);
    const invoices = item === undefined ? [] : storedFrom(licenceId, item).licence.invoices;
    const open = invoices.reduce((sum, { price }) => sum + price.total.amount, 0);
    const amount = chance.is(0.85) && open > 0 ? open : chance.between(1, 300_000);
    if (chance.is(0.7)) return this.#payments.say(facts, id, amount);
    const command = { activity: 'payment', amount: { amount, currency: planOf(planId).currency } } as const;
    await this.#operator.ask(id, { kind: 'command', licenceId, command });
  }

  /** Money that had arrived in time turns up after a lapse: for what the lapse voided. */
  async #payReceived(id: string, { licenceId, planId }: Facts, lapsedOn: CivilDate): Promise<void> {
    const journal = this.#journal(licenceId);
    const voided = new Set(
      journal.flatMap((event) =>
        event.type === 'InvoiceVoided' && event.date === lapsedOn ? [event.invoiceId] : [],
      ),
    );
    const bills = journal.filter((event) => event.type === 'InvoiceIssued' && voided.has(event.invoiceId));
    const amount = bills.reduce((sum, event) => sum + ('total' in event ? event.total.amount : 0), 0);
    if (amount === 0) return;
    const { currency } = planOf(planId);
    const received = addDays(lapsedOn, -2);
    const command = { activity: 'payment', amount: { amount, currency }, received } as const;
    await this.#operator.ask(id, { kind: 'command', licenceId, command });
  }

  /**
   * A quote or invoice that several licences share, where its customer answers it as a whole, as most do: then it does so
   * for the first of them. The total is that of an invoice.
   */
  #treatedWhole(licenceId: string, documentId: string): SharedPaper | undefined {
    const issued = this.#recorded(licenceId).find(({ event }) => documentOf(event) === documentId);
    const head = issued && sharedBy(issued.event);
    if (issued?.number === undefined || head === undefined) return undefined;
    const lines = this.#facts
      .flatMap((facts) => this.#journal(facts.licenceId))
      .filter((event) => isDeepStrictEqual(sharedBy(event), head));
    const { number } = issued;
    const isWhole = this.#deployment.world.random.of(`all of ${head.licenceId} ${head.version}`).is(0.8);
    if (lines.length === 1 || !isWhole) return undefined;
    const total = lines.reduce((sum, event) => sum + ('total' in event ? event.total.amount : 0), 0);
    return { number, total, isFirst: head.licenceId === licenceId };
  }

  #journal(licenceId: string): readonly Event[] {
    return this.#recorded(licenceId).map(({ event }) => event);
  }

  #recorded(licenceId: string): readonly { readonly event: Event; readonly number?: string }[] {
    const items = this.#deployment.table(outputs.licencesTable).partition(licenceId);
    return items.flatMap(({ record, event, number }) =>
      String(record).startsWith(records.events)
        ? [
            {
              event: JSON.parse(String(event)) as Event,
              ...(number !== undefined && { number: textSchema.parse(number) }),
            },
          ]
        : [],
    );
  }

  #plan(day: CivilDate, licenceId: string, id: string, work: Planned['work']): void {
    const planned = this.#planned.get(day) ?? [];
    planned.push({ id, licenceId, work });
    this.#planned.set(day, planned);
  }

  /** A licence's item as it stands, past every fault; undefined while it is not in the book. */
  #item(licenceId: string): Item | undefined {
    return this.#deployment.table(outputs.licencesTable).get([licenceId, records.licence]);
  }
}
