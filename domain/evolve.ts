import { addDays, laterOf } from './calendar.ts';
import { evolveCorrespondence } from './correspondence/evolve.ts';
import { withCharged, withoutCredited } from './corrections/charged.ts';
import { evolveCorrections } from './corrections/evolve.ts';
import { isSilent } from './corrections/silent.ts';
import { evolveCustomer } from './customer/evolve.ts';
import type { Event, EventOf } from './licence/events.ts';
import { evolveChanges } from './changes/evolve.ts';
import {
  type ActiveStanding,
  activeStanding,
  chargeOf,
  type Invoice,
  isTermOrder,
  type Licence,
  standingAtEntry,
  type Term,
} from './licence/licence.ts';
import { listPriceOf } from './changes/module.ts';
import { add, money, subtract } from './billing/money.ts';
import { evolveReceivables } from './receivables/evolve.ts';
import { owedOf } from './receivables/owed.ts';
import { evolveSupport } from './support/evolve.ts';
import { evolveUpdates } from './updates/evolve.ts';

/** The licence after an event. The first event of a licence is its registration; anything else before it throws. */
export function evolve(licence: Licence | undefined, event: Event): Licence {
  if (event.type === 'LicenceRegistered') return registered(event);
  if (licence === undefined)
    throw new Error(`${event.type} of licence ${event.licenceId}, which is not registered`);
  const { untouched } = licence;
  const after = { ...changedBy(licence, event), lastEventOn: event.date };
  return untouched === undefined || isSilent(event) ? after : { ...after, untouched: undefined };
}

function changedBy(licence: Licence, event: Exclude<Event, EventOf<'LicenceRegistered'>>): Licence {
  switch (event.type) {
    case 'LicenceActivated':
      return { ...licence, facts: { ...licence.facts, [event.fact]: event.date } };
    case 'LicenceDeactivated':
      return { ...licence, standing: { status: 'deactivated', deactivatedOn: event.date } };
    case 'ContractReplaced':
      return { ...licence, facts: { ...licence.facts, contract: undefined } };
    case 'TermStarted':
      return termStarted(licence, event);
    case 'ReminderIssued':
    case 'ReminderSkipped':
      return reminded(licence, event);
    case 'QuoteIssued':
      return quoteIssued(licence, event);
    case 'QuoteAccepted':
    case 'QuoteDeclined':
    case 'QuoteExpired':
      return quoteClosed(licence, event.quoteId);
    case 'InvoiceIssued':
      return invoiceIssued(licence, event);
    case 'PaymentRecorded':
      return {
        ...licence,
        credit: add(licence.credit, event.amount),
        paymentsRecorded: licence.paymentsRecorded + 1,
      };
    case 'InvoicePaid':
      return invoicePaid(licence, event);
    case 'InvoiceVoided':
      return invoiceVoided(licence, event);
    case 'AlignmentSet':
      return { ...licence, alignTo: event.to };
    case 'RenewalCancelled':
      return { ...licence, standing: { ...activeStanding(licence), cancelledTo: event.endsOn } };
    case 'RenewalResumed':
      return { ...licence, standing: resumed(licence) };
    case 'MaintenanceLapsed':
      return lapsed(licence, event);
    case 'TicketOpened':
    case 'SupportDeclined':
    case 'TicketClosed':
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
    case 'RemoteAccessEnded':
      return evolveSupport(licence, event);
    case 'UpdateAnnounced':
    case 'UpdateNotAnnounced':
    case 'UpdatePasswordGiven':
    case 'UpdatePasswordRefused':
    case 'AnnouncementsLeft':
    case 'AnnouncementsJoined':
      return evolveUpdates(licence, event);
    case 'ChangeQuoted':
    case 'ChangeAccepted':
    case 'LicenceChanged':
      return evolveChanges(licence, event);
    case 'LapseReversed':
    case 'PaymentReversed':
    case 'InvoiceReopened':
    case 'RefundRecorded':
    case 'HoldPlaced':
    case 'HoldReleased':
    case 'NoteAdded':
      return evolveReceivables(licence, event);
    case 'CreditNoteIssued': {
      const charged = withoutCredited(licence, event.invoiceId, event.total);
      return { ...evolveReceivables(licence, event), charged };
    }
    case 'LicenceCorrected':
    case 'LicenceRemoved':
    case 'LicenceTransferred':
      return evolveCorrections(licence, event);
    case 'CustomerChanged':
    case 'CustomerMerged':
    case 'CustomerErased':
      return evolveCustomer(licence, event);
    case 'MailSentAgain':
    case 'MailHeld':
    case 'MailsStopped':
    case 'MailsResumed':
    case 'AddressCleared':
      return evolveCorrespondence(licence, event);
    case 'MaintenanceReinstated':
      return { ...licence, reinstatedOn: event.date };
    case 'QuoteResent':
    case 'TermStated':
    case 'ActivityRejected':
      return licence;
  }
}

function registered({ facts, currency, date }: EventOf<'LicenceRegistered'>): Licence {
  return {
    facts,
    lastEventOn: date,
    standing: standingAtEntry(facts),
    credit: money(0, currency),
    invoices: [],
    charges: [],
    initialInstallation: listPriceOf(facts.modules, currency),
    quotesIssued: 0,
    invoicesIssued: 0,
    paymentsRecorded: 0,
    creditNotesIssued: 0,
    refundsRecorded: 0,
    tickets: [],
    ticketsOpened: 0,
    announcements: { versions: [] },
    correspondence: {},
    untouched: true,
  };
}

/** A cancellation stays: it may have been made for the end of this very term. Paying an order has undone it before. */
function termStarted(licence: Licence, event: EventOf<'TermStarted'>): Licence {
  const { term, coveredFrom, charge } = event;
  const { standing } = licence;
  return {
    ...licence,
    alignTo: event.isAligned === true ? undefined : licence.alignTo,
    standing:
      standing.status === 'active'
        ? { ...standing, term }
        : { status: 'active', term, coveredSince: coveredFrom ?? term.starts },
    charges: charge === undefined ? licence.charges : [...licence.charges, charge],
    paidThrough: charge === undefined ? term.ends : (licence.paidThrough ?? addDays(term.starts, -1)),
    unpaidBefore: charge === undefined ? undefined : licence.unpaidBefore,
  };
}

function reminded(licence: Licence, event: EventOf<'ReminderIssued'> | EventOf<'ReminderSkipped'>): Licence {
  if (event.invoiceId === undefined) {
    const announced = event.type === 'ReminderIssued' ? event.announced : undefined;
    return changeTerm(licence, (term) => {
      const after = marked(term, event.reminder);
      return announced === undefined ? after : { ...after, announced };
    });
  }
  const mark = (invoice: Invoice) =>
    invoice.invoiceId === event.invoiceId ? marked(invoice, event.reminder) : invoice;
  return { ...licence, invoices: licence.invoices.map(mark) };
}

function marked<T extends { reminded: string[] }>(subject: T, reminder: string): T {
  return { ...subject, reminded: [...subject.reminded, reminder] };
}

function quoteIssued(licence: Licence, event: EventOf<'QuoteIssued'>): Licence {
  const { quoteId, kind, validUntil, options, automatic, date } = event;
  const changed = automatic ? changeTerm(licence, (term) => ({ ...term, quoted: true })) : licence;
  return {
    ...changed,
    quote: { quoteId, kind, issuedOn: date, validUntil, options },
    quotesIssued: licence.quotesIssued + 1,
  };
}

function quoteClosed(licence: Licence, quoteId: string): Licence {
  return licence.changeQuote?.quoteId === quoteId
    ? { ...licence, changeQuote: undefined }
    : { ...licence, quote: undefined };
}

function invoiceIssued(licence: Licence, event: EventOf<'InvoiceIssued'>): Licence {
  const { invoiceId, date: issuedOn, payBy, price, purchaseOrder, purpose, fulfilled } = event;
  const invoiced = chargeOf({ purpose })?.termNumber;
  const isForTerm = invoiced !== undefined || fulfilled?.paidThrough !== undefined;
  return {
    ...licence,
    invoices: [
      ...licence.invoices,
      { invoiceId, issuedOn, payBy, price, purchaseOrder, purpose, fulfilled, reminded: [] },
    ],
    charges: licence.charges.filter((charge) => charge.termNumber !== invoiced),
    charged: isForTerm ? withCharged(licence, invoiceId, price.total) : licence.charged,
    invoicesIssued: licence.invoicesIssued + 1,
  };
}

function invoicePaid(licence: Licence, event: EventOf<'InvoicePaid'>): Licence {
  const paid = licence.invoices.find((invoice) => invoice.invoiceId === event.invoiceId);
  if (paid === undefined) throw new Error(`invoice ${event.invoiceId} of ${event.licenceId} is not open`);
  const rest = {
    ...licence,
    credit: subtract(licence.credit, event.total),
    invoices: licence.invoices.filter((invoice) => invoice !== paid),
  };
  if (isTermOrder(paid)) {
    const charged = withCharged(licence, paid.invoiceId, owedOf(paid));
    return rest.standing.status === 'active'
      ? { ...rest, charged, standing: resumed(rest) }
      : { ...rest, charged };
  }
  const to = chargeOf(paid)?.to ?? paid.fulfilled?.paidThrough;
  if (to === undefined) return rest;
  return { ...rest, paidThrough: licence.paidThrough === undefined ? to : laterOf(licence.paidThrough, to) };
}

function invoiceVoided(licence: Licence, { invoiceId }: EventOf<'InvoiceVoided'>): Licence {
  const { paidThrough, unpaidBefore = [] } = licence;
  const invoices = licence.invoices.filter((invoice) => invoice.invoiceId !== invoiceId);
  const voided = licence.invoices.find((invoice) => invoice.invoiceId === invoiceId);
  const charge = voided && chargeOf(voided);
  if (charge === undefined || paidThrough === undefined || charge.to > paidThrough)
    return { ...licence, invoices };
  return { ...licence, invoices, unpaidBefore: [...unpaidBefore, { from: charge.from, to: charge.to }] };
}

function lapsed(licence: Licence, { date, reason }: EventOf<'MaintenanceLapsed'>): Licence {
  const { term } = activeStanding(licence);
  return {
    ...licence,
    standing: { status: 'lapsed', lapsedOn: date, reason, lastTerm: term },
    charges: [],
    quote: undefined,
    changeQuote: undefined,
  };
}

function changeTerm(licence: Licence, change: (term: Term) => Term): Licence {
  const standing = activeStanding(licence);
  return { ...licence, standing: { ...standing, term: change(standing.term) } };
}

function resumed(licence: Licence): ActiveStanding {
  return { ...activeStanding(licence), cancelledTo: undefined };
}
