import type { EventOf } from '../../../domain/licence/events.ts';
import { action } from '../../letter/actions.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** Remote access for a ticket was agreed, used or ended. */
export const remoteAccess = defineKind({
  name: 'remote-access',
  calledBy: (event) => {
    const { type } = event;
    return type === 'RemoteAccessGranted' || type === 'RemoteAccessUsed' || type === 'RemoteAccessEnded'
      ? event
      : undefined;
  },
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, about }, event) => {
    const words = localiser.words.remoteAccess[happenedBy(event)];
    const { ticketId, date } = event;
    const named = { ...about, ticketId, on: localiser.date(date) };
    const isOpen = event.type !== 'RemoteAccessEnded';
    return {
      subject: words.subject(named),
      body: [
        text(words.text(named)),
        text(words.next),
        ...(isOpen ? [action(localiser, about, 'revokeAccess', ticketId)] : []),
      ],
    };
  },
});

function happenedBy(event: EventOf<'RemoteAccessGranted' | 'RemoteAccessUsed' | 'RemoteAccessEnded'>) {
  switch (event.type) {
    case 'RemoteAccessGranted':
      return 'granted';
    case 'RemoteAccessUsed':
      return 'used';
    case 'RemoteAccessEnded':
      return event.by;
  }
}
