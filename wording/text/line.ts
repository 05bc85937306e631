// Controls, line and paragraph separators, and the marks that turn the direction of what follows.
const breaks = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** One line of a text that came from outside: what could break a line or a header becomes a space. */
export function oneLine(text: string): string {
  return text.replace(breaks, ' ').trim();
}

/** One line for a header, in which nothing reads as an encoded word (RFC 2047). */
export function headerLine(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?');
}
