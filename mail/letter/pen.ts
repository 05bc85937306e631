import { penFor as sharedPenFor, type Pen as SharedPen } from '../../wording/phrases/pen.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Wording } from '../../wording/words/en.ts';
import { mailWords, type Words } from '../words/index.ts';

/** What mails are written with: what documents are written with too, and the words that only mails have. */
export interface Pen extends SharedPen {
  readonly words: Wording & Words;
}

export function penFor(locale: string, vendor: Plan['vendor']): Pen {
  const pen = sharedPenFor(locale, vendor);
  return { ...pen, words: { ...pen.words, ...mailWords[pen.language] } };
}
