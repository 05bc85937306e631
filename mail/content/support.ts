import { coverOn } from '../../domain/cover/entitlements.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { MailSubject } from '../subject.ts';
import { uncoveredOn, wayBack } from './cover.ts';
import type { JournalHistory } from '../../wording/facts/history.ts';
import { benefitNamed } from './named.ts';
import type { SupportContents, TicketTerms } from './support-content.ts';

export function ticket(
  { plan, today }: MailSubject,
  history: JournalHistory,
  event: EventOf<'TicketOpened'>,
): SupportContents['ticket'] {
  const { ticketId, at: openedAt, firstResponseBy, fix, version } = event;
  const isFree = event.terms === 'free';
  return {
    ticketId,
    openedAt,
    timeZone: plan.timeZone,
    terms: termsOf(plan, history.then, event),
    uncovered: isFree ? undefined : uncoveredOn(plan, history.then, event.date),
    wayBack: isFree ? undefined : wayBack(plan, history, today),
    firstResponseBy,
    fix: fix === undefined || version === undefined ? undefined : { by: fix, version },
    remoteAccess: plan.support?.remoteAccess === 'by-ticket',
  };
}

export function supportDeclined(
  { plan, today }: MailSubject,
  history: JournalHistory,
  event: EventOf<'SupportDeclined'>,
): SupportContents['support-declined'] {
  return {
    askedAt: event.at,
    timeZone: plan.timeZone,
    emergency: event.emergency,
    uncovered: uncoveredOn(plan, history.then, event.date),
    instead: event.instead === undefined ? undefined : benefitNamed(plan, event.instead),
    wayBack: wayBack(plan, history, today),
  };
}

export function remoteAccess(
  event: EventOf<'RemoteAccessGranted' | 'RemoteAccessUsed' | 'RemoteAccessEnded'>,
): SupportContents['remote-access'] {
  const { ticketId, date: on } = event;
  switch (event.type) {
    case 'RemoteAccessGranted':
      return { ticketId, on, happened: 'granted' };
    case 'RemoteAccessUsed':
      return { ticketId, on, happened: 'used' };
    case 'RemoteAccessEnded':
      return { ticketId, on, happened: event.by };
  }
}

function termsOf(plan: Plan, then: Licence, event: EventOf<'TicketOpened'>): TicketTerms {
  const { date, terms, rate, price, refundable, ticketId } = event;
  switch (terms) {
    case 'free':
      return { kind: 'free', byCover: coverOn(plan, then, date).inForce };
    case 'charged': {
      const named = rate === undefined ? undefined : plan.rates[rate];
      if (named === undefined) throw new Error(`ticket ${ticketId}: plan ${plan.id} has no rate ${rate}`);
      return { kind: 'charged', rate: named };
    }
    case 'emergency':
      if (price === undefined) throw new Error(`ticket ${ticketId} is an emergency without a price`);
      return { kind: 'emergency', price, isRefundable: refundable ?? false };
  }
}
