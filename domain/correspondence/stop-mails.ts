import { type JournalDraft, record } from '../licence/journal-draft.ts';
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
  operator: 'an operator stopped them',
} as const;

/** Stops reminders, offers and news. Again, it does nothing: mail programs ask twice, and so do people. */
export function stopMails(draft: JournalDraft, { by, scope }: StopMails): JournalDraft {
  if (draft.licence.correspondence.stoppedOn !== undefined) return draft;
  return record(draft, { type: 'MailsStopped', by, scope, because: reasons[by] });
}

/** Takes it back; does nothing where nothing is stopped. */
export function resumeMails(draft: JournalDraft, { scope }: ResumeMails): JournalDraft {
  const { stoppedOn } = draft.licence.correspondence;
  if (stoppedOn === undefined) return draft;
  return record(draft, { type: 'MailsResumed', scope, because: `they had been stopped on ${stoppedOn}` });
}
