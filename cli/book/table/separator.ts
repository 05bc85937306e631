/** What may stand between the fields of a row. */
const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** The separator of a file: the one that its header row has most of, outside quotes; a comma if it has none. */
export function separatorOf(headerRow: string): Separator {
  const bare = headerRow.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The separator that a first line such as `sep=;` states, which Excel reads and is no row. */
export function statedSeparator(firstLine: string): Separator | undefined {
  const stated = /^"?sep=(.)"?$/i.exec(firstLine)?.[1];
  return separators.find((separator) => separator === stated);
}
