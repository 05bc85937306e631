import * as z from 'zod/mini';

// Many schemas have these. They are made once, and not for each of those: every function makes its schemas when it starts.

/** A text, which may be empty. */
export const textSchema = z.string();

/** A text, where there is one. */
export const optionalTextSchema = z.optional(textSchema);

/** A finite number. */
export const numberSchema = z.number();

/** A number, where there is one. */
export const optionalNumberSchema = z.optional(numberSchema);

/** Whether something is so; unset means that it is not. */
export const optionalFlagSchema = z.optional(z.boolean());
