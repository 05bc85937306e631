import * as z from 'zod/mini';

// Many schemas have these. They are made once, and not for each of those: every function makes its schemas when it starts.

/** A whole number from 1. */
export const positiveSchema = z.int().check(z.positive());

/** How many there are of something: a whole number from 0. */
export const countSchema = z.int().check(z.minimum(0));
