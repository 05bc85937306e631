import type { Licence } from '../licence/licence.ts';
import type { SupportEvent } from './events.ts';
import type { Ticket } from './ticket.ts';

/** The licence after an event of its support. */
export function evolveSupport(licence: Licence, event: SupportEvent): Licence {
  switch (event.type) {
    case 'TicketOpened': {
      const { ticketId, at: openedAt, terms, firstResponseBy } = event;
      const ticket: Ticket = { ticketId, openedAt, terms, firstResponseBy, access: 'none' };
      return {
        ...licence,
        tickets: [...licence.tickets, ticket],
        ticketsOpened: licence.ticketsOpened + 1,
      };
    }
    case 'TicketClosed':
      return { ...licence, tickets: licence.tickets.filter(({ ticketId }) => ticketId !== event.ticketId) };
    case 'RemoteAccessGranted':
      return withAccess(licence, event.ticketId, 'granted');
    case 'RemoteAccessEnded':
      return withAccess(licence, event.ticketId, 'revoked');
    case 'RemoteAccessUsed':
    case 'SupportDeclined':
      return licence;
  }
}

function withAccess(licence: Licence, ticketId: string, access: Ticket['access']): Licence {
  const change = (ticket: Ticket) => (ticket.ticketId === ticketId ? { ...ticket, access } : ticket);
  return { ...licence, tickets: licence.tickets.map(change) };
}
