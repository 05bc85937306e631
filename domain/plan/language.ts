import * as z from 'zod/mini';

const words = z.string().check(z.minLength(1));

/** A vendor's name for something, in every language that customers are written to in. */
export const inLanguagesSchema = z.strictObject({ en: words, de: words });

export type InLanguages = z.infer<typeof inLanguagesSchema>;
export type Language = keyof InLanguages;
