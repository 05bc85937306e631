import { type CivilDate, lastOfYear, yearOf } from '../calendar.ts';
import type { IssuedDocument } from '../billing/document-of.ts';
import { formatMoney } from '../billing/money.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { owedInAll } from '../receivables/owed.ts';
import type { Customer } from './customer.ts';

/** Stands for text that was erased. */
const erasedText = 'erased';

/** Nobody can be mailed at it. */
const noAddress = 'erased@erased.invalid';

/**
 * Why the data of a licence's customer cannot be erased, and what is to be done first; undefined where they can
 * (docs/rules.md §17.7).
 * @param waiting how many of the licence's mails are not yet settled
 */
export function whyNotErasable(licence: Licence, waiting: number): string | undefined {
  const { standing, credit, invoices, charges } = licence;
  const isOver = ['lapsed', 'deactivated', 'removed'].includes(standing.status);
  if (!isOver)
    return `it is ${standing.status}: cancel its renewal and wait for its end, deactivate it, or transfer it`;
  if (invoices.length > 0 || charges.length > 0) {
    const open =
      invoices.length === 0 ? 'a charge is to be invoiced' : `${formatMoney(owedInAll(licence))} is open`;
    return `${open}: record the payment, or credit the invoice`;
  }
  if (credit.amount !== 0) return `it has a credit of ${formatMoney(credit)}: refund it`;
  return waiting === 0
    ? undefined
    : 'a mail is not sent yet: wait for the next run, or see `npx perennial mails list`';
}

/** An event without what people typed of a person; it changes a licence as before. Bookkeeping stays as it is. */
export function withoutPersonalText(event: Event): Event {
  if (event.type === 'NoteAdded') return { ...event, note: erasedText };
  if (event.type === 'QuoteAccepted') {
    const { by, ...rest } = event;
    return by === undefined ? event : rest;
  }
  return hasTypedReason(event) ? { ...event, reason: erasedText } : event;
}

type TypedReason =
  'HoldPlaced' | 'LicenceCorrected' | 'LicenceRemoved' | 'LicenceTransferred' | 'QuoteDeclined';

/** Whether an operator typed its reason, and the books do not need it. */
function hasTypedReason(event: Event): event is EventOf<TypedReason> {
  const { type } = event;
  return (
    type === 'HoldPlaced' ||
    type === 'LicenceCorrected' ||
    type === 'LicenceRemoved' ||
    type === 'LicenceTransferred' ||
    type === 'QuoteDeclined'
  );
}

/**
 * The last day on which a document of a licence is kept, by the plan; undefined for one that nobody must keep: a quote that
 * was not accepted, and shared with no other licence.
 */
export function keptUntil(
  { documentsKeptYears }: Plan,
  journal: readonly Event[],
  { documentId, kind, issuedOn }: IssuedDocument & { readonly issuedOn: CivilDate },
): CivilDate | undefined {
  const isNeeded =
    kind !== 'quote' ||
    journal.some((event) => isAcceptance(event, documentId) || isShared(event, documentId));
  return isNeeded ? lastOfYear(yearOf(issuedOn) + documentsKeptYears) : undefined;
}

function isAcceptance(event: Event, quoteId: string): boolean {
  return (event.type === 'QuoteAccepted' || event.type === 'ChangeAccepted') && event.quoteId === quoteId;
}

/** Another licence may have accepted its part of a shared quote. */
function isShared(event: Event, quoteId: string): boolean {
  return event.type === 'QuoteIssued' && event.quoteId === quoteId && 'shared' in event;
}

/** What stays of a customer: what its licences need to be worked out, and that nobody is mailed. */
export function erased({ customerId, kind, country, locale, mergedInto }: Customer, on: CivilDate): Customer {
  return {
    customerId,
    kind,
    country,
    locale,
    name: erasedText,
    email: noAddress,
    undeliverable: [{ address: noAddress, on }],
    copiesStoppedOn: on,
    erasedOn: on,
    ...(mergedInto !== undefined && { mergedInto }),
  };
}
