import type { Unreadable } from '../../adapters/dynamodb/table/read-each.ts';

/** Some rows of a list, and where the others begin: what is read for them does not grow with the list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Unset after the last; to be given back as it is. */
  readonly next?: string | undefined;
  /** What could not be read. */
  readonly unreadable: readonly Unreadable[];
}
