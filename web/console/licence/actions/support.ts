import type { Ticket } from '../../../../domain/support/ticket.ts';
import { instant } from '../../../../domain/time/instant.ts';
import type { About, Action } from './action.ts';

export const openTicket: Action = {
  title: 'Open a ticket',
  says: 'The plan decides whether it is free, charged or declined. Who has no cover is asked to reinstate it.',
  group: 'Support',
  fields: ({ plan, versions }) => [
    ...(plan.support?.emergency == null
      ? []
      : [{ name: 'emergency', label: 'As emergency support, which is sold', type: 'yes' } as const]),
    ...(versions.length === 0
      ? []
      : [
          {
            name: 'installed',
            label: 'Version in use',
            hint: 'It decides between a hotfix and the update.',
            type: 'line',
          } as const,
        ]),
  ],
  command: ({ emergency = false, installed }, { now, versions }) => ({
    emergency,
    at: instant(now),
    ...(installed !== undefined && { versions: { installed, latest: versions.at(-1) } }),
  }),
  trial: ({ now }) => ({ activity: 'open-ticket', emergency: false, at: instant(now) }),
};

type TicketActivity = 'close-ticket' | 'grant-access' | 'revoke-access' | 'use-access';

function onTicket(
  activity: TicketActivity,
  title: string,
  says: string,
  fits: (ticket: Ticket) => boolean,
): Action {
  const ticketsOf = ({ licence }: About) => licence.tickets.filter(fits);
  return {
    title,
    says,
    group: 'Support',
    fields: (about) => [
      {
        name: 'ticketId',
        label: 'Ticket',
        type: 'choice',
        required: true,
        choices: ticketsOf(about).map(({ ticketId, terms }) => ({
          value: ticketId,
          label: `${ticketId} (${terms})`,
        })),
      },
    ],
    trial: (about) => {
      const [first] = ticketsOf(about);
      if (first !== undefined) return { activity, ticketId: first.ticketId };
      return about.licence.tickets.length === 0 ? 'no ticket is open' : 'no open ticket fits';
    },
  };
}

export const closeTicket = onTicket(
  'close-ticket',
  'Close a ticket',
  'The ticket is settled. Its remote access ends.',
  () => true,
);

export const grantAccess = onTicket(
  'grant-access',
  'Record consent to remote access',
  'The customer agrees to remote access for a ticket.',
  ({ access }) => access !== 'granted',
);

export const revokeAccess = onTicket(
  'revoke-access',
  'End remote access',
  'The customer withdraws its consent.',
  ({ access }) => access === 'granted',
);

export const useAccess = onTicket(
  'use-access',
  'Record the use of remote access',
  'A technician uses remote access. It is rejected without consent.',
  ({ access }) => access === 'granted',
);
