import { en } from 'zod/locales';
import * as z from 'zod/mini';

/**
 * Lets schemas say in English what is wrong with a value: `zod/mini` says "Invalid input" to everything until it is given a
 * language. To be called at the start of a process, before anything is parsed.
 */
export function explainInEnglish(): void {
  z.config(en());
}
