import * as z from 'zod/mini';

/**
 * The currencies of ISO 4217 by how many decimals their minor unit has: the list of 1 January 2026 (amendment 180),
 * and what it has withdrawn since 2020, since old amounts are still written in it. Codes without a minor unit (gold,
 * drawing rights, tests) are omitted: nobody is invoiced in them. `Intl` and its libraries know other decimals, those
 * that shops show (docs/rules.md §4.1).
 */
const codesByDecimals: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
    MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
    ANG BGN CUC HRK SLL ZWL`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const decimalsByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByDecimals).flatMap(([decimals, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(decimals)] as const),
  ),
);

/** The codes of all currencies that amounts can be in, such as EUR. */
export const currencies: readonly string[] = [...decimalsByCode.keys()];

export const currencySchema = z.string().check(
  z.refine((code) => decimalsByCode.has(code), {
    error: ({ input }) => `${String(input)} is no currency of ISO 4217: expected a code such as EUR`,
  }),
);

/** How many decimals a currency is written with: 2 for EUR, 0 for JPY. Throws where it is none of ISO 4217. */
export function decimalsOf(currency: string): number {
  const decimals = decimalsByCode.get(currency);
  if (decimals === undefined) throw new RangeError(`${currency} is no currency of ISO 4217`);
  return decimals;
}
