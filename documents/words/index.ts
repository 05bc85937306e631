import { languageOf } from '../../mail/formats.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import type { Words } from './words.ts';

/** The words for a locale: German for de-*, English for every other. */
export function documentWordsFor(locale: string): Words {
  return languageOf(locale) === 'de' ? german : english;
}
