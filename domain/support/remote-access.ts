import { type Chronicle, tell } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { findTicket, whyNotOpen } from './open-tickets.ts';
import { type Answer, refuse } from '../licence/answer.ts';

/** Grants remote access for a ticket: an agreement of its own for each. */
export function grantAccess(plan: Plan, so: Chronicle, ticketId: string): Answer {
  if (plan.support?.remoteAccess !== 'by-ticket')
    return refuse(so, `the plan ${plan.id} has no remote access`);
  const ticket = findTicket(so.licence, ticketId);
  if (ticket === undefined) return refuse(so, whyNotOpen(so.licence, ticketId));
  if (ticket.access === 'granted')
    return refuse(so, `remote access for ticket ${ticketId} is granted already`);
  return tell(so, {
    type: 'RemoteAccessGranted',
    ticketId,
    because: 'the customer agreed to it for this ticket',
  });
}

/** Takes remote access back before the ticket is closed. */
export function revokeAccess(so: Chronicle, ticketId: string): Answer {
  const refusal = whyNoAccess(so, ticketId);
  if (refusal !== undefined) return refuse(so, refusal);
  return tell(so, {
    type: 'RemoteAccessEnded',
    ticketId,
    by: 'revocation',
    because: 'the customer revoked it',
  });
}

/** Records that a technician used remote access, or the attempt where nothing allows it. */
export function useAccess(so: Chronicle, ticketId: string): Answer {
  const refusal = whyNoAccess(so, ticketId);
  if (refusal !== undefined) return refuse(so, refusal);
  return tell(so, { type: 'RemoteAccessUsed', ticketId, because: 'the customer granted it for this ticket' });
}

function whyNoAccess(so: Chronicle, ticketId: string): string | undefined {
  const ticket = findTicket(so.licence, ticketId);
  if (ticket === undefined) return `${whyNotOpen(so.licence, ticketId)}: no remote access`;
  switch (ticket.access) {
    case 'granted':
      return undefined;
    case 'none':
      return `no remote access was granted for ticket ${ticketId}`;
    case 'revoked':
      return `the customer revoked remote access for ticket ${ticketId}`;
  }
}
