import type { Language } from '../../domain/plan/language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import type { Words } from './words.ts';

/** What only mails say, by language. */
export const mailWords: Readonly<Record<Language, Words>> = { de: german, en: english };
