import { dayIn } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { benefitOn, coverOn } from '../cover/entitlements.ts';
import type { Plan } from '../plan/plan.ts';
import { type Asked, answerEmergency, answerStandard } from './answer-ticket.ts';
import { findTicket, whyNotOpen } from './open-tickets.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { requestQuote } from '../quotes/quotes.ts';

/** So many fit into what a licence's item can hold. */
const mostOpenTickets = 200;

export type OpenTicket = Asked & { readonly activity: 'open-ticket' };

/** What is done about an open ticket. */
export interface TicketCommand {
  readonly activity: 'close-ticket' | 'grant-access' | 'revoke-access' | 'use-access';
  readonly ticketId: string;
}

/**
 * Opens a ticket or declines it by the plan's benefits. Who has neither cover nor free support is asked to take cover
 * up again: the quote goes out, or is sent again, where the licence can be quoted for.
 */
export function openTicket(plan: Plan, draft: JournalDraft, asked: OpenTicket): Answer {
  const { support } = plan;
  if (support === null) return refuse(draft, `the plan ${plan.id} handles no support tickets`, 'no-support');
  const day = dayIn(plan.timeZone, asked.at);
  if (day !== draft.on)
    return refuse(draft, `${asked.at} is on ${day} in ${plan.timeZone}, not on ${draft.on}`);
  if (asked.emergency && support.emergency === null)
    return refuse(draft, `the plan ${plan.id} sells no emergency support`, 'no-emergency-support');
  if (draft.licence.tickets.length >= mostOpenTickets)
    return refuse(draft, `${mostOpenTickets} tickets are open: close one first`, 'too-many-tickets');
  const answered =
    asked.emergency && support.emergency !== null
      ? answerEmergency(plan, support, support.emergency, draft, asked)
      : answerStandard(plan, support, draft, asked);
  const { answer } = benefitOn(plan, draft.licence, support.benefit, draft.on);
  const isServed = answer === 'included' || coverOn(plan, draft.licence, draft.on).inForce;
  return isServed ? answered : askForCover(plan, answered);
}

/** Closes a ticket, and with it its remote access agreement. */
export function closeTicket(draft: JournalDraft, ticketId: string): Answer {
  const ticket = findTicket(draft.licence, ticketId);
  if (ticket === undefined) return refuse(draft, whyNotOpen(draft.licence, ticketId), 'ticket-closed');
  const ended =
    ticket.access === 'granted'
      ? record(draft, {
          type: 'RemoteAccessEnded',
          ticketId,
          by: 'closing',
          because: 'it ends with its ticket',
        })
      : draft;
  return record(ended, { type: 'TicketClosed', ticketId, because: 'the ticket was settled' });
}

function askForCover(plan: Plan, draft: JournalDraft): JournalDraft {
  const quoted = requestQuote(plan, draft, 'support was asked for without cover');
  return 'refused' in quoted ? draft : quoted;
}
