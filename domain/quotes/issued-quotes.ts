import type { Money } from '../billing/money.ts';
import type { CivilDate } from '../calendar.ts';
import { evolve } from '../evolve.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';

/** A quote of a journal, as the journal ends. */
export interface IssuedQuote {
  readonly quoteId: string;
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate;
  readonly kind: 'renewal' | 'reinstatement' | 'change';
  /** The customer that it was issued to. */
  readonly customerId: string;
  /** Gross, by years; a change has one amount. */
  readonly options: readonly { readonly years?: number | undefined; readonly total: Money }[];
  /** `withdrawn`: a lapse, a transfer or the like ended it. */
  readonly state: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  /** The day on which it was accepted or declined, or expired; unset otherwise. */
  readonly closedOn?: CivilDate | undefined;
}

const stillOpen: Pick<IssuedQuote, 'state'> = { state: 'open' };

type Issue = EventOf<'QuoteIssued'> | EventOf<'ChangeQuoted'>;

/** The quotes of a licence's journal, oldest first, as they stand when it ends. */
export function issuedQuotes(journal: readonly Event[]): readonly IssuedQuote[] {
  let licence: Licence | undefined;
  const issued: (Issue & { readonly customerId: string })[] = [];
  for (const event of journal) {
    licence = evolve(licence, event);
    if (event.type === 'QuoteIssued' || event.type === 'ChangeQuoted')
      issued.push({ ...event, customerId: licence.facts.customerId });
  }
  const open = [licence?.quote?.quoteId, licence?.changeQuote?.quoteId];
  return issued.map((event) => ({
    quoteId: event.quoteId,
    issuedOn: event.date,
    validUntil: event.validUntil,
    customerId: event.customerId,
    ...offeredBy(event),
    ...(open.includes(event.quoteId) ? stillOpen : closing(journal, event.quoteId)),
  }));
}

function offeredBy(event: Issue): Pick<IssuedQuote, 'kind' | 'options'> {
  if (event.type === 'ChangeQuoted') return { kind: 'change', options: [{ total: event.price.total }] };
  return { kind: event.kind, options: event.options.map(({ years, total }) => ({ years, total })) };
}

function closing(journal: readonly Event[], quoteId: string): Pick<IssuedQuote, 'state' | 'closedOn'> {
  for (const event of journal.toReversed()) {
    if (!('quoteId' in event) || event.quoteId !== quoteId) continue;
    const { type, date: closedOn } = event;
    if (type === 'QuoteAccepted' || type === 'ChangeAccepted') return { state: 'accepted', closedOn };
    if (type === 'QuoteDeclined') return { state: 'declined', closedOn };
    if (type === 'QuoteExpired') return { state: 'expired', closedOn };
  }
  return { state: 'withdrawn' };
}
