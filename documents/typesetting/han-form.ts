/** How Han characters are written where nothing in the text says it: each region has its own forms. */
export type HanForm = 'japanese' | 'simplified' | 'traditional';

/** By ISO 15924. */
const formsOfScripts: ReadonlyMap<string, HanForm> = new Map([
  ['Hans', 'simplified'],
  ['Hant', 'traditional'],
  ['Jpan', 'japanese'],
]);
/** Countries that write the forms of mainland China, and those that write the traditional ones. */
const simplifying: ReadonlySet<string> = new Set(['CN', 'MY', 'SG']);
const traditional: ReadonlySet<string> = new Set(['TW', 'HK', 'MO']);

/**
 * The form of a customer's Han characters: that of its locale (BCP 47) if this is Chinese or Japanese, else that of its
 * country. Elsewhere it is the Japanese one.
 */
export function hanFormOf(locale: string, country: string): HanForm {
  const ofLocale = formsOfScripts.get(scriptOf(locale) ?? '');
  if (ofLocale !== undefined) return ofLocale;
  if (simplifying.has(country)) return 'simplified';
  return traditional.has(country) ? 'traditional' : 'japanese';
}

/** The script that a locale is written in; undefined for what is no locale. */
function scriptOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    return undefined;
  }
}
