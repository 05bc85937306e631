import type { InLanguages } from '../../domain/plan/language.ts';
import type { About } from '../content/content.ts';
import { type Formats, formatsOf } from '../formats.ts';
import { wordsFor } from '../words/index.ts';
import type { Words } from '../words/words.ts';

/** What letters are written with: the words of a language and the formats of a locale. */
export interface Pen extends Formats {
  readonly words: Words;
}

export function penFor(locale: string): Pen {
  return { words: wordsFor(locale), ...formatsOf(locale) };
}

/** What a licence's id is called. */
export function licenceLabel(pen: Pen, { trackedBy }: Pick<About, 'trackedBy'>): string {
  return trackedBy === null ? pen.words.labels.licence : named(pen, trackedBy);
}

/** A vendor's name for something, in the language of the letter. */
export function named({ words }: Pen, name: InLanguages): string {
  return name[words.language];
}
