import { type JournalDraft, record } from '../licence/journal-draft.ts';

export interface Note {
  readonly activity: 'note';
  readonly note: string;
}

/** Adds a note of an operator to the licence's journal; nothing else changes. */
export function addNote(draft: JournalDraft, { note }: Note): JournalDraft {
  return record(draft, { type: 'NoteAdded', note, because: 'an operator added a note' });
}
