import type { InLanguages, Language } from '../../domain/plan/language.ts';
import type { About } from '../facts/about.ts';
import { type Formats, formatsOf, languageOf } from '../text/formats.ts';
import type { Wording } from '../words/en.ts';
import { wordings } from '../words/index.ts';

/** What texts are written with: the words of a language and the formats of a locale. */
export interface Pen extends Formats {
  readonly language: Language;
  readonly words: Wording;
}

export function penFor(locale: string): Pen {
  const language = languageFor(locale);
  return { language, words: wordings[language], ...formatsOf(locale) };
}

/** The language that a customer of a locale is written to in: German for de-*, English for every other. */
export function languageFor(locale: string): Language {
  return languageOf(locale) === 'de' ? 'de' : 'en';
}

/** What a licence's id is called. */
export function licenceLabel(pen: Pen, { trackedBy }: Pick<About, 'trackedBy'>): string {
  return trackedBy === null ? pen.words.labels.licence : named(pen, trackedBy);
}

/** A vendor's name for something, in the language of the text. */
export function named({ language }: Pick<Pen, 'language'>, name: InLanguages): string {
  return name[language];
}
