/** What may stand between the fields of a row. */
const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** The separator of a file: the one that its header row has most of, outside quotes; a comma if it has none. */
export function separatorOf(headerRow: string): Separator {
  const bare = headerRow.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}
