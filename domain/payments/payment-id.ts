import * as z from 'zod/mini';

/** What a payment system calls a payment: by it a payment that is reported twice is recorded once. */
export const paymentIdSchema = z
  .string()
  .check(
    z.regex(/^[\x21-\x7e]{1,100}$/, { error: 'expected up to 100 letters, digits and signs without spaces' }),
  );
