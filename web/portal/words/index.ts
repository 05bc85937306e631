import type { Language } from '../../../domain/plan/language.ts';
import * as german from './de/index.ts';
import * as english from './en/index.ts';

/** What the customer's page says. German that misses a text, or has one more, fails the compiler. */
export type Words = typeof english;

export const words: Readonly<Record<Language, Words>> = { en: english, de: german };
