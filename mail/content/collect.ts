import { addMonths } from '../../domain/calendar.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import { activeStanding, type Licence } from '../../domain/licence/licence.ts';
import { priceOfCharge } from '../../domain/billing/pricing.ts';
import { lastDayToCancel, renewalTerm } from '../../domain/cover/terms.ts';
import { mailedEvent } from '../kinds.ts';
import type { MailSubject } from '../subject.ts';
import { aboutOf } from '../../wording/facts/about.ts';
import { billOf } from '../../wording/facts/bill.ts';
import { changed } from './changes.ts';
import type { Content, ContentOf } from './content.ts';
import {
  type JournalHistory,
  historyOf,
  invoiceIssued,
  quoteIssued,
  termThatFollows,
} from '../../wording/facts/history.ts';
import { comeBackOf } from '../../wording/facts/cover.ts';
import { offerOf } from '../../wording/facts/offer.ts';
import { changeOfferOf } from '../../wording/facts/change-offer.ts';
import { runsOf } from './runs.ts';
import { remoteAccess, supportDeclined, ticket } from './support.ts';
import { denied, updateAvailable, updateMissed, updatePassword } from './updates.ts';

/** What the mail of a subject says. Throws where its event calls for no mail or its journal is not whole. */
export function contentOf(subject: MailSubject): Content {
  const { plan } = subject;
  const history = historyOf(subject.journal, subject.version);
  const event = mailedEvent(history.event);
  if (event === undefined) {
    const { licenceId, type, date } = history.event;
    throw new Error(`licence ${licenceId}: ${type} of ${date} calls for no mail`);
  }
  const about = aboutOf(subject.plan, subject.customer, history.then);
  switch (event.type) {
    case 'ReminderIssued':
      return reminder(subject, history, event);
    case 'QuoteIssued':
    case 'QuoteResent':
      return quote(subject, history, event);
    case 'InvoiceIssued':
      return { kind: 'invoice', about, bill: billOf(plan, history, event.invoiceId) };
    case 'MaintenanceLapsed':
      return lapse(subject, history, event);
    case 'TermStarted':
      return renewed(subject, history, event);
    case 'MaintenanceReinstated': {
      const { starts, ends } = termThatFollows(history);
      return { kind: 'reinstated', about, starts, ends };
    }
    case 'RenewalCancelled':
      return cancelled(subject, history, event);
    case 'LicenceActivated': {
      const { starts, ends, charge } = termThatFollows(history);
      const isInvoiced = charge !== undefined;
      return { kind: 'activated', about, fact: event.fact, on: event.date, starts, ends, isInvoiced };
    }
    case 'TermStated':
      return { kind: 'term-statement', about, since: event.since, runs: runsOf(plan, history.then, event) };
    case 'TicketOpened':
      return { kind: 'ticket', about, ...ticket(subject, history, event) };
    case 'SupportDeclined':
      return { kind: 'support-declined', about, ...supportDeclined(subject, history, event) };
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
    case 'RemoteAccessEnded':
      return { kind: 'remote-access', about, ...remoteAccess(event) };
    case 'UpdateAnnounced':
      return event.entitled
        ? { kind: 'update-available', about, ...updateAvailable(plan, event) }
        : { kind: 'update-missed', about, ...updateMissed(subject, history, event) };
    case 'UpdatePasswordGiven':
      return { kind: 'update-password', about, ...updatePassword(subject, event) };
    case 'UpdatePasswordRefused':
      return { kind: 'update-refused', about, ...denied(subject, history, event) };
    case 'AnnouncementsLeft':
      return { kind: 'announcements', about, onList: false };
    case 'AnnouncementsJoined':
      return { kind: 'announcements', about, onList: true };
    case 'ChangeQuoted':
      return { kind: 'change-quote', about, ...changeOfferOf(history, event) };
    case 'LicenceChanged':
      return { kind: 'changed', about, ...changed(plan, event) };
  }
}

function reminder(subject: MailSubject, history: JournalHistory, event: EventOf<'ReminderIssued'>): Content {
  const { plan } = subject;
  const { then } = history;
  const about = aboutOf(subject.plan, subject.customer, then);
  switch (event.kind) {
    case 'expiry': {
      const offer = then.quote === undefined ? undefined : offerOf(plan, then, then.quote);
      return { kind: 'reminder', about, ends: activeStanding(then).term.ends, offer };
    }
    case 'renewal':
      return renewalNotice(subject, then);
    case 'payment':
    case 'final-notice': {
      if (event.invoiceId === undefined) throw new Error(`reminder ${event.reminder} names no invoice`);
      const bill = billOf(plan, history, event.invoiceId);
      return { kind: event.kind === 'payment' ? 'payment-reminder' : 'final-notice', about, bill };
    }
  }
}

function renewalNotice(subject: MailSubject, then: Licence): ContentOf<'renewal-notice'> {
  const { plan, today } = subject;
  const { renewal } = plan;
  if (renewal.mode !== 'automatic') throw new Error(`plan ${plan.id} does not renew by itself`);
  const { term } = activeStanding(then);
  const { charge } = renewalTerm(plan, term);
  const cancelBy = lastDayToCancel(plan, term);
  return {
    kind: 'renewal-notice',
    about: aboutOf(subject.plan, subject.customer, then),
    ends: term.ends,
    next: { from: charge.from, to: charge.to },
    price: priceOfCharge(plan, then.facts, charge),
    invoiceOn: charge.invoiceOn,
    payBy: addMonths(charge.invoiceOn, renewal.payWithinMonths),
    cancelBy,
    isTooLate: cancelBy < today,
  };
}

function quote(
  subject: MailSubject,
  history: JournalHistory,
  event: EventOf<'QuoteIssued'> | EventOf<'QuoteResent'>,
): ContentOf<'quote'> {
  const issued = quoteIssued(history, event.quoteId);
  const accepted = history.since
    .filter((later) => later.type === 'QuoteAccepted')
    .find((later) => later.quoteId === event.quoteId);
  return {
    kind: 'quote',
    about: aboutOf(subject.plan, subject.customer, history.then),
    offer: offerOf(subject.plan, history.then, issued),
    isSentAgain: event.type === 'QuoteResent',
    acceptedYears: accepted?.years,
  };
}

function lapse(
  subject: MailSubject,
  history: JournalHistory,
  event: EventOf<'MaintenanceLapsed'>,
): ContentOf<'lapse'> {
  const { then, journal } = history;
  if (then.standing.status !== 'lapsed') throw new Error(`licence ${event.licenceId} has not lapsed`);
  const voided = journal
    .filter((other) => other.type === 'InvoiceVoided')
    .filter((other) => other.date === event.date)
    .map((other) => invoiceIssued(history, other.invoiceId));
  return {
    kind: 'lapse',
    about: aboutOf(subject.plan, subject.customer, then),
    reason: event.reason,
    lapsedOn: event.date,
    termEnded: then.standing.lastTerm.ends,
    voided: voided.map(({ invoiceId, total, payBy, purpose }) => {
      return { invoiceId, total, payBy, isCharge: !purpose.order };
    }),
    comeBack: comeBackOf(subject.plan),
  };
}

function renewed(
  subject: MailSubject,
  { then }: JournalHistory,
  event: EventOf<'TermStarted'>,
): ContentOf<'renewed'> {
  return {
    kind: 'renewed',
    about: aboutOf(subject.plan, subject.customer, then),
    starts: event.starts,
    ends: event.ends,
    invoiceOn: event.charge?.invoiceOn,
    isLast: activeStanding(then).cancelledTo !== undefined,
  };
}

function cancelled(
  subject: MailSubject,
  history: JournalHistory,
  event: EventOf<'RenewalCancelled'>,
): ContentOf<'cancelled'> {
  const { then, now } = history;
  const { term } = activeStanding(then);
  const cancelBy = lastDayToCancel(subject.plan, term);
  return {
    kind: 'cancelled',
    about: aboutOf(subject.plan, subject.customer, then),
    endsOn: event.endsOn,
    missed: event.endsOn === term.ends ? undefined : { cancelBy, ends: term.ends },
    bills: now.invoices.map(({ invoiceId }) => billOf(subject.plan, history, invoiceId)),
  };
}
