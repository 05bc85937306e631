import { type Answer, refuse } from '../licence/answer.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';

export interface Remove {
  readonly activity: 'remove';
  readonly reason: string;
}

/** Removes a licence that was registered by mistake, while nothing was ever mailed or issued (docs/rules.md §17.2). */
export function remove(draft: JournalDraft, { reason }: Remove): Answer {
  if (draft.licence.untouched === undefined)
    return refuse(draft, 'mails or documents of the licence have gone out: only one without any is removed');
  return record(draft, { type: 'LicenceRemoved', reason, because: 'it was registered by mistake' });
}
