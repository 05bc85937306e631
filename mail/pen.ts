import { penFor as sharedPenFor, type Pen as SharedPen } from '../wording/phrases/pen.ts';
import type { Wording } from '../wording/words/en.ts';
import { mailWords } from './words/index.ts';
import type { Words } from './words/words.ts';

/** What mails are written with: what documents are written with too, and the words that only mails have. */
export interface Pen extends SharedPen {
  readonly words: Wording & Words;
}

export function penFor(locale: string): Pen {
  const pen = sharedPenFor(locale);
  return { ...pen, words: { ...pen.words, ...mailWords[pen.language] } };
}
