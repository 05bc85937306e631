import type { Plan } from '../../domain/plan/plan.ts';
import { penFor, type Pen } from '../../wording/phrases/pen.ts';
import { documentWordsFor } from '../words/index.ts';
import type { Words } from '../words/words.ts';

/** What documents are written with: the pen of letters, and the words that only documents have. */
export interface DocumentPen extends Pen {
  readonly own: Words;
}

export function documentPenFor(locale: string, vendor: Plan['vendor']): DocumentPen {
  return { ...penFor(locale, vendor), own: documentWordsFor(locale) };
}
