import * as z from 'zod/mini';

/** A text that is not empty. Made once, as many schemas have it. */
export const filledSchema = z.string().check(z.minLength(1));
