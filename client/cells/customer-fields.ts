import * as z from 'zod/mini';
import { emailAddressSchema } from '../../domain/customer/email-address.ts';

/** The fields of customers.csv that have a form of their own. */

/** One address or several, separated by semicolons. */
export const emails = z.pipe(
  z.pipe(
    z.string(),
    z.transform((cell) => cell.split(';').map((address) => address.trim())),
  ),
  z.array(emailAddressSchema).check(z.minLength(1), z.maxLength(10, { error: 'at most 10 addresses' })),
);

/** Lines of a postal address, separated by a vertical bar. */
export const addressLines = z.pipe(
  z.string(),
  z.transform((cell) =>
    cell
      .split('|')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
);

/** A VAT id, with or without spaces. */
export const vatId = z.pipe(
  z.pipe(
    z.string(),
    z.transform((cell) => cell.replaceAll(/\s/g, '')),
  ),
  z.string().check(z.regex(/^[A-Za-z0-9+*.-]{4,30}$/, { error: 'a VAT id such as ATU12345678' })),
);

/** `standard`, which is undefined, or `exempt` with the reason, which is what it gives. */
export const taxTreatment = z.pipe(
  z.string(),
  z.transform((cell, context) => {
    const treatment = cell.trim();
    if (treatment.toLowerCase() === 'standard') return undefined;
    if (/^exempt\b/iu.test(treatment)) {
      const reason = treatment
        .slice('exempt'.length)
        .replace(/^[\s:=,;(–-]+/u, '')
        .replace(/\)$/, '');
      return reason === '' ? 'exempt' : reason;
    }
    context.issues.push({ code: 'custom', input: cell, message: 'standard, or exempt: and the reason' });
    return z.NEVER;
  }),
);

/** Per cent from 0 to 100 with two decimals at most. */
export const percentOff = z
  .pipe(
    z
      .string()
      .check(z.regex(/^\d{1,3}([.,]\d{1,2})?\s*%?$/, { error: 'per cent from 0 to 100 such as 12.5' })),
    z.transform((cell) => Number(cell.replace(',', '.').replace('%', '').trim())),
  )
  .check(z.refine((percent) => percent <= 100, { error: 'per cent from 0 to 100 such as 12.5' }));
