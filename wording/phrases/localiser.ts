import type { InLanguages, Language } from '../../domain/plan/language.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { About } from '../facts/about.ts';
import { type Formats, formatsOf, languageOf } from '../text/formats.ts';
import type { Wording } from '../words/en.ts';
import { wordings } from '../words/index.ts';

/** What texts are written with: the words of a language and the formats of a locale. */
export interface Localiser extends Formats {
  readonly language: Language;
  readonly words: Wording;
  /** What the vendor's tax is called, such as VAT; empty if it charges none. */
  readonly taxName: string;
}

export function localiserFor(locale: string, { taxName }: Pick<Plan['vendor'], 'taxName'>): Localiser {
  const language = languageFor(locale);
  const words = wordings[language];
  return { language, words, taxName: taxName?.[language] ?? '', ...formatsOf(locale) };
}

/** The language that a customer of a locale is written to in: German for de-*, English for every other. */
export function languageFor(locale: string): Language {
  return languageOf(locale) === 'de' ? 'de' : 'en';
}

/** What a licence's id is called. */
export function licenceLabel(localiser: Localiser, { trackedBy }: Pick<About, 'trackedBy'>): string {
  return trackedBy === null ? localiser.words.labels.licence : named(localiser, trackedBy);
}

/** A vendor's name for something, in the language of the text. */
export function named({ language }: Pick<Localiser, 'language'>, name: InLanguages): string {
  return name[language];
}
