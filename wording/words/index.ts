import type { Language } from '../../domain/plan/language.ts';
import { german } from './de.ts';
import { english, type Wording } from './en.ts';

/** What mails and documents both say, by language. */
export const wordings: Readonly<Record<Language, Wording>> = { de: german, en: english };
