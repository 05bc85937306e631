import * as z from 'zod/mini';
import { filledSchema } from '../values/filled.ts';

const words = filledSchema;

/** A vendor's name for something, in every language that customers are written to in. */
export const inLanguagesSchema = z.strictObject({ en: words, de: words });

export type InLanguages = z.infer<typeof inLanguagesSchema>;
export type Language = keyof InLanguages;
