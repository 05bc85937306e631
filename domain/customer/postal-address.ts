/** A postal address in parts, as far as its lines show them. */
export interface PostalAddress {
  /** Above the line of the city, or all there are. */
  readonly lines: readonly string[];
  readonly postalCode?: string | undefined;
  readonly city?: string | undefined;
}

/**
 * A postal code before its city, perhaps with the sign of a country: 10115 Berlin, A-1010 Wien, 1012 AB Amsterdam,
 * 00-950 Warszawa, 111 22 Stockholm, 1100-148 Lisboa.
 */
const cityLine =
  /^(?:[A-Z]{1,2}-)?(?<postalCode>\d{4} ?[A-Z]{2}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2}|\d{4,5}) +(?<city>\p{L}.*)$/u;

/** Finds the line with postal code and city, from the last on; a line below it names a country and is left out. */
export function postalAddressOf(lines: readonly string[]): PostalAddress {
  const index = lines.findLastIndex((line) => cityLine.test(line.trim()));
  const { postalCode, city } = cityLine.exec(lines[index]?.trim() ?? '')?.groups ?? {};
  return index < 0 ? { lines } : { lines: lines.slice(0, index), postalCode, city };
}
