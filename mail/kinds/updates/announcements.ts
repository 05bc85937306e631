import { action } from '../../letter/actions.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** The customer has left or joined the list for update news. */
export const announcements = defineKind({
  name: 'announcements',
  calledBy: (event) =>
    event.type === 'AnnouncementsLeft' || event.type === 'AnnouncementsJoined' ? event : undefined,
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, about }, { type }) => {
    const isOnList = type === 'AnnouncementsJoined';
    const words = localiser.words.announcements[isOnList ? 'joined' : 'left'];
    return {
      subject: words.subject(about),
      body: [
        text(words.text(about)),
        text(words.next),
        action(localiser, about, isOnList ? 'leaveList' : 'joinList', about.licenceId),
      ],
    };
  },
});
