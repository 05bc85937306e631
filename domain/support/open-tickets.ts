import type { Licence } from '../licence/licence.ts';
import type { Ticket } from './ticket.ts';

/** The id of the ticket that the licence opens next. */
export function nextTicketId({ facts, ticketsOpened }: Licence): string {
  return ticketIdOf(facts.licenceId, ticketsOpened + 1);
}

export function findTicket({ tickets }: Licence, ticketId: string): Ticket | undefined {
  return tickets.find((ticket) => ticket.ticketId === ticketId);
}

/** Why a ticket is not among the open ones. */
export function whyNotOpen({ facts, ticketsOpened }: Licence, ticketId: string): string {
  const opened = Array.from({ length: ticketsOpened }, (_, index) => ticketIdOf(facts.licenceId, index + 1));
  return opened.includes(ticketId)
    ? `ticket ${ticketId} is closed`
    : `licence ${facts.licenceId} has no ticket ${ticketId}`;
}

function ticketIdOf(licenceId: string, number: number): string {
  return `${licenceId}-T${number}`;
}
