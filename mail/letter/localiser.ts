import type { Plan } from '../../domain/plan/plan.ts';
import { localiserFor, type Localiser } from '../../wording/phrases/localiser.ts';
import type { Wording } from '../../wording/words/en.ts';
import { mailWords, type Words } from '../words/index.ts';

/** What mails are written with: what documents are written with too, and the words that only mails have. */
export interface MailLocaliser extends Localiser {
  readonly words: Wording & Words;
}

export function mailLocaliserFor(locale: string, vendor: Plan['vendor']): MailLocaliser {
  const localiser = localiserFor(locale, vendor);
  return { ...localiser, words: { ...localiser.words, ...mailWords[localiser.language] } };
}
