import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { findTicket, whyNotOpen } from './open-tickets.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** Grants remote access for a ticket: an agreement of its own for each. */
export function grantAccess(plan: Plan, draft: JournalDraft, ticketId: string): Answer {
  if (plan.support?.remoteAccess !== 'by-ticket')
    return refuse(draft, `the plan ${plan.id} has no remote access`, 'no-remote-access');
  const ticket = findTicket(draft.licence, ticketId);
  if (ticket === undefined) return refuse(draft, whyNotOpen(draft.licence, ticketId), 'ticket-closed');
  if (ticket.access === 'granted')
    return refuse(draft, `remote access for ticket ${ticketId} is granted already`, 'access-granted-already');
  return record(draft, {
    type: 'RemoteAccessGranted',
    ticketId,
    because: 'the customer agreed to it for this ticket',
  });
}

/** Takes remote access back before the ticket is closed. */
export function revokeAccess(draft: JournalDraft, ticketId: string): Answer {
  const refusal = whyNoAccess(draft, ticketId);
  if (refusal !== undefined) return refuse(draft, refusal, 'access-not-granted');
  return record(draft, {
    type: 'RemoteAccessEnded',
    ticketId,
    by: 'revocation',
    because: 'the customer revoked it',
  });
}

/** Records that a technician used remote access, or the attempt where nothing allows it. */
export function useAccess(draft: JournalDraft, ticketId: string): Answer {
  const refusal = whyNoAccess(draft, ticketId);
  if (refusal !== undefined) return refuse(draft, refusal, 'access-not-granted');
  return record(draft, {
    type: 'RemoteAccessUsed',
    ticketId,
    because: 'the customer granted it for this ticket',
  });
}

function whyNoAccess(draft: JournalDraft, ticketId: string): string | undefined {
  const ticket = findTicket(draft.licence, ticketId);
  if (ticket === undefined) return `${whyNotOpen(draft.licence, ticketId)}: no remote access`;
  switch (ticket.access) {
    case 'granted':
      return undefined;
    case 'none':
      return `no remote access was granted for ticket ${ticketId}`;
    case 'revoked':
      return `the customer revoked remote access for ticket ${ticketId}`;
  }
}
