import type { Event, EventOf } from '../../domain/licence/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Licence } from '../../domain/licence/licence.ts';

/** A licence's journal, read from the event that calls for a mail or a document. */
export interface JournalHistory {
  readonly event: Event;
  /** The licence right after the event. */
  readonly then: Licence;
  /** The licence as it is now. */
  readonly now: Licence;
  readonly journal: readonly Event[];
  /** What has happened since the event. */
  readonly since: readonly Event[];
}

/** The journal as of its event of that version (1 is the registration). Throws where there is none. */
export function historyOf(journal: readonly Event[], version: number): JournalHistory {
  const event = journal[version - 1];
  if (event === undefined)
    throw new RangeError(`the journal has ${journal.length} events and no version ${version}`);
  const then = replay(journal.slice(0, version));
  const since = journal.slice(version);
  return { event, then, now: since.reduce(evolve, then), journal, since };
}

/** The term that the event has brought about. Throws where there is none. */
export function termThatFollows({ event, since }: JournalHistory): EventOf<'TermStarted'> {
  const started = since.find((later) => later.type === 'TermStarted');
  if (started !== undefined) return started;
  throw new Error(`licence ${event.licenceId}: no term has started after ${event.type} of ${event.date}`);
}

/** The term that the payment of an order started; undefined while it is not paid. */
export function termPaidBy(
  { journal }: JournalHistory,
  invoiceId: string,
): EventOf<'TermStarted'> | undefined {
  const paid = journal.findIndex((event) => event.type === 'InvoicePaid' && event.invoiceId === invoiceId);
  return paid < 0 ? undefined : journal.slice(paid).find((event) => event.type === 'TermStarted');
}

export function quoteIssued(history: JournalHistory, quoteId: string): EventOf<'QuoteIssued'> {
  const issued = history.journal
    .filter((event) => event.type === 'QuoteIssued')
    .find((event) => event.quoteId === quoteId);
  if (issued !== undefined) return issued;
  throw new Error(`licence ${history.event.licenceId}: its journal has no quote ${quoteId}`);
}

export function invoiceIssued(history: JournalHistory, invoiceId: string): EventOf<'InvoiceIssued'> {
  const issued = history.journal
    .filter((event) => event.type === 'InvoiceIssued')
    .find((event) => event.invoiceId === invoiceId);
  if (issued !== undefined) return issued;
  throw new Error(`licence ${history.event.licenceId}: its journal has no invoice ${invoiceId}`);
}

function replay(events: readonly Event[]): Licence {
  const licence = events.reduce<Licence | undefined>(evolve, undefined);
  if (licence === undefined) throw new RangeError('the journal is empty');
  return licence;
}
