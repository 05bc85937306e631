/**
 * A line of CSV (RFC 4180). A spreadsheet takes a text that begins with one of = + - @ for a formula: such a text gets an
 * apostrophe before it, unless it is a number.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return cells.map((cell) => (cell === undefined ? '' : quoted(harmless(String(cell))))).join(',');
}

function harmless(text: string): string {
  return /^[=+\-@\t]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
