import type { Licence } from '../licence/licence.ts';
import type { CorrespondenceEvent } from './events.ts';

/** The licence after an event of its correspondence. */
export function evolveCorrespondence(licence: Licence, event: CorrespondenceEvent): Licence {
  switch (event.type) {
    case 'MailsStopped':
      return { ...licence, correspondence: { stoppedOn: event.date } };
    case 'MailsResumed':
      return { ...licence, correspondence: {} };
    case 'MailSentAgain':
    case 'MailHeld':
    case 'AddressCleared':
      return licence;
  }
}
