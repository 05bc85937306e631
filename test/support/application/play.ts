import { nextDueOn } from '../../../domain/agenda.ts';
import { addDays, type CivilDate, civilDate } from '../../../domain/calendar.ts';
import { type Command, decide } from '../../../domain/decide.ts';
import { type Event, eventSchema } from '../../../domain/licence/events.ts';
import type { SupportEvent } from '../../../domain/support/events.ts';
import { evolve } from '../../../domain/evolve.ts';
import { type Facts, type Licence, licenceSchema } from '../../../domain/licence/licence.ts';
import { money } from '../../../domain/billing/money.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { register } from '../../../domain/licence/register.ts';
import { runDay } from '../../../domain/licence/run-pass.ts';

type WrittenFacts = Partial<Omit<Facts, 'modules' | DateFact> & Record<DateFact, string>> & {
  list?: number;
  /** List prices in minor units, by SKU. */
  modules?: Readonly<Record<string, number>>;
};
type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;
type DateFact = 'purchasedOn' | 'activatedOn' | 'installedOn' | 'coverStarts' | 'coverEnds' | 'registeredOn';

/** The facts of a licence of `plan`, with dates as plain text and `list` as the list price of its one module. */
export function factsOf(plan: Plan, written: WrittenFacts = {}): Facts {
  const { list = 1000_00, modules = plan.price.kind === 'flat' ? {} : { M: list }, ...rest } = written;
  const product = plan.price.kind === 'flat' ? (Object.keys(plan.price.perYear)[0] ?? '') : 'Suite';
  return {
    licenceId: 'L-1',
    planId: plan.id,
    customerId: 'C-1',
    country: 'US',
    customerKind: 'end-user',
    product,
    edition: '',
    model: 'perpetual',
    modules: Object.entries(modules).map(([sku, price]) => ({ sku, listPrice: money(price, plan.currency) })),
    initialYears: 1,
    onSiteTraining: false,
    termNumber: 1,
    registeredOn: '2026-01-01',
    ...rest,
  } as Facts;
}

/** Plays one licence day by day as the simulation does: a day's activities first, then its run. */
export class Play {
  readonly events: Event[] = [];
  readonly plan: Plan;
  #today: CivilDate;
  #isOver = false;
  #licence: Licence | undefined;

  constructor(plan: Plan, written: WrittenFacts = {}) {
    this.plan = plan;
    const facts = factsOf(plan, written);
    this.#today = facts.registeredOn;
    this.#take(register(plan, facts));
  }

  get today(): CivilDate {
    return this.#today;
  }

  get licence(): Licence {
    if (this.#licence === undefined) throw new Error('nothing is registered');
    return this.#licence;
  }

  /** Runs every day before `day`, then does the activity on it. */
  on(day: string, activity: Command['activity'], detail?: number): this {
    this.until(addDays(civilDate(day), -1));
    this.skipTo(day);
    const amount = detail === undefined ? undefined : money(detail, this.plan.currency);
    const command = { on: this.#today, activity, amount, years: detail ?? 1 } as Command;
    this.#take(decide(this.plan, this.licence, command, this.#today, this.events).events);
    return this;
  }

  /** Runs every day before `day`, then does what a command says on it. */
  does(day: string, command: WithoutDay<Command>): this {
    this.until(addDays(civilDate(day), -1));
    this.skipTo(day);
    const dated = { on: this.#today, ...command };
    this.#take(decide(this.plan, this.licence, dated, this.#today, this.events).events);
    return this;
  }

  /** Runs every day up to and with `day`. */
  until(day: string): this {
    while (this.#today < day || (this.#today === day && !this.#isOver)) {
      if (this.#isOver) this.#next();
      this.run();
    }
    return this;
  }

  /** Lets the days before `day` go by without a run. */
  skipTo(day: string): this {
    while (this.#today < day) this.#next();
    return this;
  }

  /** The run of today. */
  run(): this {
    const next = nextDueOn(this.plan, this.licence);
    if (next !== undefined && next <= this.#today) this.#take(runDay(this.plan, this.licence, this.#today));
    this.#isOver = true;
    return this;
  }

  /** The journal as short lines, from a day on. */
  journal(from = '0000'): string[] {
    return this.events.filter((event) => event.date >= from).map(inShort);
  }

  #next(): void {
    this.#today = addDays(this.#today, 1);
    this.#isOver = false;
  }

  /** What happens in any test can be stored: events and licences are parsed as the store parses them. */
  #take(events: readonly Event[]): void {
    if (events.length === 0) return;
    for (const event of events) {
      saysWhy(event);
      this.events.push(eventSchema.parse(event));
      this.#licence = evolve(this.#licence, event);
    }
    licenceSchema.parse(this.#licence);
  }
}

/** Every event says why it happened, with values that are known (docs/rules.md §14.1). */
function saysWhy({ type, because }: Event): void {
  if (because.trim() === '' || /undefined|NaN|\[object|: *$/.test(because))
    throw new Error(`${type} does not say why: '${because}'`);
}

/** One event as `date Type detail`, with the fields that docs/rules.md §14.1 lists. */
function inShort(event: Event): string {
  const words = [event.date, event.type, ...details(event)];
  return words.join(' ');
}

function details(event: Event): string[] {
  switch (event.type) {
    case 'TermStarted':
      return [event.basis, `${event.starts}..${event.ends}`];
    case 'ReminderIssued':
    case 'ReminderSkipped':
      return [event.reminder];
    case 'QuoteIssued':
      return [event.kind, ...event.options.map(({ years, total }) => `${years}y=${total.amount}`)];
    case 'QuoteAccepted':
      return [`${event.years}y`];
    case 'InvoiceIssued':
      return [event.kind, String(event.total.amount), `by ${event.payBy}`];
    case 'PaymentRecorded':
      return [String(event.amount.amount)];
    case 'CustomerChanged':
      return [event.customerKind, event.country];
    case 'CustomerMerged':
      return [event.from, event.to];
    case 'CustomerErased':
      return [];
    case 'RenewalCancelled':
      return [`to ${event.endsOn}`];
    case 'MaintenanceLapsed':
      return [event.reason];
    case 'ActivityRejected':
      return [event.activity];
    case 'TicketOpened':
    case 'SupportDeclined':
    case 'TicketClosed':
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
    case 'RemoteAccessEnded':
      return inShortOfSupport(event);
    case 'UpdateAnnounced':
      return [event.version, event.entitled ? 'entitled' : 'not entitled'];
    case 'UpdateNotAnnounced':
    case 'UpdatePasswordGiven':
    case 'UpdatePasswordRefused':
      return [event.version];
    case 'ChangeQuoted':
      return [event.change.kind, String(event.price.total.amount), ...(event.needsNewLicence ? ['new'] : [])];
    case 'LicenceChanged':
      return [event.change.kind, ...event.facts.modules.map(({ sku }) => sku)];
    case 'ContractReplaced':
      return [event.contract, 'by', event.by];
    case 'TermStated':
      return [`${event.since ?? ''}..${event.until ?? ''}`, ...(event.renews ? ['renews'] : [])];
    case 'MailSentAgain':
    case 'MailHeld':
      return [event.kind];
    case 'MailsStopped':
    case 'MailsResumed':
      return [event.scope];
    case 'AddressCleared':
      return [event.of];
    case 'PaymentReversed':
      return [event.paymentId, String(event.amount.amount)];
    case 'InvoiceReopened':
      return [event.invoiceId, `by ${event.payBy}`];
    case 'CreditNoteIssued':
      return [event.invoiceId, String(event.total.amount), event.becomes];
    case 'RefundRecorded':
      return [String(event.amount.amount)];
    case 'HoldPlaced':
    case 'HoldReleased':
      return [`until ${event.until}`];
    case 'QuoteDeclined':
      return [event.quoteId];
    case 'AlignmentSet':
      return [`to ${event.to}`];
    case 'LicenceCorrected':
      return event.changes.map(({ field, from, to }) => `${field} ${from}>${to}`);
    case 'LicenceTransferred':
      return [`${event.from}>${event.to}`];
    case 'LicenceRemoved':
    case 'LapseReversed':
    case 'NoteAdded':
    case 'LicenceRegistered':
    case 'LicenceActivated':
    case 'LicenceDeactivated':
    case 'QuoteExpired':
    case 'QuoteResent':
    case 'InvoicePaid':
    case 'InvoiceVoided':
    case 'RenewalResumed':
    case 'MaintenanceReinstated':
    case 'AnnouncementsLeft':
    case 'AnnouncementsJoined':
    case 'ChangeAccepted':
      return [];
  }
}

function inShortOfSupport(event: SupportEvent): string[] {
  switch (event.type) {
    case 'TicketOpened': {
      const by = event.firstResponseBy === undefined ? [] : [`by ${event.firstResponseBy}`];
      return [event.ticketId, event.terms, ...by];
    }
    case 'SupportDeclined':
      return [`instead ${event.instead ?? 'nothing'}`];
    case 'TicketClosed':
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
      return [event.ticketId];
    case 'RemoteAccessEnded':
      return [event.ticketId, `by ${event.by}`];
  }
}
