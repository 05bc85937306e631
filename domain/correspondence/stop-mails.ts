import { type Chronicle, tell } from '../licence/journal-draft.ts';
import type { EventOf } from '../licence/events.ts';

export interface StopMails extends Pick<EventOf<'MailsStopped'>, 'by' | 'scope'> {
  readonly activity: 'stop-mails';
}

export interface ResumeMails extends Pick<EventOf<'MailsResumed'>, 'scope'> {
  readonly activity: 'resume-mails';
}

const reasons = {
  complaint: 'a reader complained of a mail',
  unsubscribe: 'a reader unsubscribed',
} as const;

/** Stops reminders, offers and news. Again, it does nothing: mail programs ask twice, and so do people. */
export function stopMails(so: Chronicle, { by, scope }: StopMails): Chronicle {
  if (so.licence.correspondence.stoppedOn !== undefined) return so;
  return tell(so, { type: 'MailsStopped', by, scope, because: reasons[by] });
}

/** Takes it back; does nothing where nothing is stopped. */
export function resumeMails(so: Chronicle, { scope }: ResumeMails): Chronicle {
  const { stoppedOn } = so.licence.correspondence;
  if (stoppedOn === undefined) return so;
  return tell(so, { type: 'MailsResumed', scope, because: `they had been stopped on ${stoppedOn}` });
}
