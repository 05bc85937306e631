import type { JournalDraft } from './journal-draft.ts';

/** Either the story goes on, or the activity is refused for a reason; what was told until then stands. */
export type Answer = JournalDraft | { readonly refused: string; readonly draft: JournalDraft };

export function refuse(draft: JournalDraft, refused: string): Answer {
  return { refused, draft };
}
