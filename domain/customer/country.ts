import * as z from 'zod/mini';

/** A country of ISO 3166 as it is now, two capital letters: UK and lower case would silently go untaxed. */
export const countrySchema = z
  .string()
  .check(z.refine(isCountry, { error: 'a country of ISO 3166 such as GB, DE or NZ' }));

/** A locale of BCP 47, such as de-AT. */
export const localeSchema = z
  .string()
  .check(z.maxLength(35), z.refine(isLocale, { error: 'a locale of BCP 47 such as en-GB' }));

/** Made when a country is first checked: most processes check none. */
let regions: Intl.DisplayNames | undefined;

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return false;
  const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  if (!isCurrent) return false;
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return regions.of(code) !== undefined;
}

function isLocale(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
