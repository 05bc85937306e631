import type { Licence } from '../licence/licence.ts';
import type { UpdateEvent } from './events.ts';

/** The licence after an event of its updates. */
export function evolveUpdates(licence: Licence, event: UpdateEvent): Licence {
  const { announcements } = licence;
  switch (event.type) {
    case 'UpdateAnnounced':
    case 'UpdateNotAnnounced': {
      const versions = [...announcements.versions, event.version];
      return { ...licence, announcements: { ...announcements, versions } };
    }
    case 'AnnouncementsLeft':
      return { ...licence, announcements: { ...announcements, leftOn: event.date } };
    case 'AnnouncementsJoined':
      return { ...licence, announcements: { ...announcements, leftOn: undefined } };
    case 'UpdatePasswordGiven':
    case 'UpdatePasswordRefused':
      return licence;
  }
}
