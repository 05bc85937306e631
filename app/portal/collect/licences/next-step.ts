import { addDays, type CivilDate, laterOf } from '../../../../domain/calendar.ts';
import type { Price } from '../../../../domain/billing/price.ts';
import { lastDayToCancel, renewalTerm } from '../../../../domain/cover/terms.ts';
import { decide } from '../../../../domain/decide.ts';
import { forecast } from '../../../../domain/forecast.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { ActiveStanding, Licence } from '../../../../domain/licence/licence.ts';
import { documentIssuedBy } from '../../../../domain/billing/document-of.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { billAt } from '../documents/bill.ts';
import type { NextStep } from '../../views/next-step.ts';
import type { SeenLicence } from './seen-licence.ts';

/** What comes next for a licence: what its customer has to do first, then what comes by itself. */
export function nextStepOf(seen: SeenLicence): NextStep {
  return payment(seen) ?? openQuote(seen) ?? byStanding(seen);
}

/** The open invoice that is payable first. */
function payment(seen: SeenLicence): NextStep | undefined {
  const { plan, licence, journal, today } = seen;
  const open = licence.invoices.flatMap(({ invoiceId }): (NextStep & { readonly step: 'pay' })[] => {
    const version = versionOf(seen, invoiceId);
    const number = numberOf(seen, invoiceId);
    if (version === undefined || number === undefined) return [];
    const { bill, state, toPay } = billAt(plan, journal, version, invoiceId, today);
    if (toPay.amount === 0) return [];
    return [{ step: 'pay', number, payBy: bill.payBy, toPay, isOverdue: state === 'overdue' }];
  });
  return open.toSorted((a, b) => (a.payBy < b.payBy ? -1 : Number(a.payBy > b.payBy)))[0];
}

function openQuote(seen: SeenLicence): NextStep | undefined {
  const { licence, today } = seen;
  const { quote, changeQuote } = licence;
  if (quote !== undefined && today <= quote.validUntil) {
    const number = numberOf(seen, quote.quoteId);
    const totals = quote.options.map(({ total }) => total).toSorted((a, b) => a.amount - b.amount);
    const [from] = totals;
    const { kind, validUntil } = quote;
    if (number !== undefined && from !== undefined)
      return { step: 'answer-quote', number, kind, validUntil, from };
  }
  if (changeQuote === undefined || changeQuote.needsNewLicence || today > changeQuote.validUntil)
    return undefined;
  const number = numberOf(seen, changeQuote.quoteId);
  const { validUntil, price } = changeQuote;
  if (number === undefined) return undefined;
  return { step: 'answer-quote', number, kind: 'change', validUntil, from: price.total };
}

function byStanding({ plan, licence, today }: SeenLicence): NextStep {
  const { standing } = licence;
  switch (standing.status) {
    case 'pending':
      return { step: 'start' };
    case 'active':
      return ofTerm(plan, licence, standing, today);
    case 'lapsed': {
      const price = quotedPrice(plan, licence, today);
      return { step: 'reinstate', isTooLate: price === undefined, price };
    }
    case 'subscribed':
    case 'deactivated':
    case 'removed':
      return { step: 'nothing' };
  }
}

function ofTerm(plan: Plan, licence: Licence, standing: ActiveStanding, today: CivilDate): NextStep {
  const { term, cancelledTo } = standing;
  const charge = licence.charges.toSorted((a, b) => (a.invoiceOn < b.invoiceOn ? -1 : 1))[0];
  if (charge !== undefined) {
    const on = laterOf(charge.invoiceOn, today);
    return { step: 'invoice-comes', on, price: invoicedPrice(plan, licence, charge.from, today, on) };
  }
  if (cancelledTo !== undefined) return { step: 'ends', on: cancelledTo };
  if (plan.renewal.mode === 'automatic') {
    const next = renewalTerm(plan, term, licence.alignTo);
    const invoiceOn = laterOf(next.charge.invoiceOn, today);
    return {
      step: 'renews',
      on: next.term.starts,
      lastDayToCancel: lastDayToCancel(plan, term),
      invoiceOn,
      price: invoicedPrice(plan, licence, next.term.starts, today, invoiceOn),
    };
  }
  const price = quotedPrice(plan, licence, today);
  const { quoteDaysBeforeEnd } = plan.renewal;
  if (quoteDaysBeforeEnd === null || term.quoted) return { step: 'ask-for-quote', ends: term.ends, price };
  return { step: 'quote-comes', on: laterOf(addDays(term.ends, -quoteDaysBeforeEnd), today), price };
}

/** The price of the invoice that the charge of the term from `from` will have, where everything is paid until then. */
function invoicedPrice(
  plan: Plan,
  licence: Licence,
  from: CivilDate,
  today: CivilDate,
  until: CivilDate,
): Price | undefined {
  const events = forecast(plan, licence, today, until, 'everybody-pays');
  for (const event of events)
    if (event.type === 'InvoiceIssued' && 'charge' in event.purpose && event.purpose.charge.from === from)
      return event.price;
  return undefined;
}

/** The price of a quote that is asked for today, for the least years; undefined where none is given. */
function quotedPrice(plan: Plan, licence: Licence, today: CivilDate): Price | undefined {
  const asked = decide(plan, licence, { on: today, activity: 'request-quote' }, today);
  const events: readonly Event[] = asked.events;
  const issued = events.find((event) => event.type === 'QuoteIssued');
  return issued?.options[0];
}

/** The printed number of a document, by its id in the journal. */
export function numberOf({ documents }: SeenLicence, documentId: string): string | undefined {
  return documents.find((document) => document.documentId === documentId)?.number;
}

/** The number of the event that issued a document. */
function versionOf({ journal }: SeenLicence, documentId: string): number | undefined {
  const index = journal.findIndex((event) => documentIssuedBy(event)?.documentId === documentId);
  return index < 0 ? undefined : index + 1;
}
