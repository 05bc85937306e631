import type { JournalDraft } from './journal-draft.ts';
import type { RejectionCode } from './rejection-code.ts';

/** Either the draft continues, or the activity is refused for a reason; events recorded until then remain. */
export type Answer =
  | JournalDraft
  | {
      readonly refused: string;
      /** Set where customers ask for it themselves. */
      readonly code?: RejectionCode | undefined;
      readonly draft: JournalDraft;
    };

export function refuse(draft: JournalDraft, refused: string, code?: RejectionCode): Answer {
  return { refused, code, draft };
}
