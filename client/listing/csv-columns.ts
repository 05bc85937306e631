/** The columns of a list as CSV: the name of each, and its value; an unset value is an empty cell. */
export type CsvColumns<Row> = readonly (readonly [
  name: string,
  of: (row: Row) => string | number | undefined,
])[];
