import type { Plan } from '../../domain/plan/plan.ts';
import { localiserFor, type Localiser } from '../../wording/phrases/localiser.ts';
import { documentWordsFor } from '../words/index.ts';
import type { Words } from '../words/words.ts';

/** What documents are written with: what mails are written with too, and the words that only documents have. */
export interface DocumentLocaliser extends Localiser {
  readonly own: Words;
}

export function documentLocaliserFor(locale: string, vendor: Plan['vendor']): DocumentLocaliser {
  return { ...localiserFor(locale, vendor), own: documentWordsFor(locale) };
}
