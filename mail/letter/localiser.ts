import type { LinkTo } from '../../contracts/portal/paths.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { localiserFor, type Localiser } from '../../wording/phrases/localiser.ts';
import type { Wording } from '../../wording/words/en.ts';
import { mailWords, type Words } from '../words/index.ts';

/** What mails are written with: what documents are written with too, and the words that only mails have. */
export interface MailLocaliser extends Localiser {
  readonly words: Wording & Words;
  /** Signs links to the customer's page for the mail's first reader; unset where mails lead to no page. */
  readonly linkTo?: LinkTo | undefined;
}

export function mailLocaliserFor(locale: string, vendor: Plan['vendor'], linkTo?: LinkTo): MailLocaliser {
  const localiser = localiserFor(locale, vendor);
  return { ...localiser, words: { ...localiser.words, ...mailWords[localiser.language] }, linkTo };
}
