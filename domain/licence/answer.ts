import type { JournalDraft } from './journal-draft.ts';

/** Either the draft continues, or the activity is refused for a reason; events recorded until then remain. */
export type Answer = JournalDraft | { readonly refused: string; readonly draft: JournalDraft };

export function refuse(draft: JournalDraft, refused: string): Answer {
  return { refused, draft };
}
