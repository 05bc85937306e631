import type { Chronicle } from './journal-draft.ts';

/** Either the story goes on, or the activity is refused for a reason; what was told until then stands. */
export type Answer = Chronicle | { readonly refused: string; readonly so: Chronicle };

export function refuse(so: Chronicle, refused: string): Answer {
  return { refused, so };
}
