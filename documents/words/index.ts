import { languageFor } from '../../wording/phrases/localiser.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import type { Words } from './words.ts';

/** The words for a locale: German for de-*, English for every other. */
export function documentWordsFor(locale: string): Words {
  return languageFor(locale) === 'de' ? german : english;
}
