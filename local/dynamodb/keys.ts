// Where dynalite keeps things in its store: see its db/index.js, getSubDb. Knowing it, the embedded
// cloud reads at once, and writes to several tables and indexes in one batch.

/** Key of a table's description. */
export const tableKey = (table: string): string => `table~${table}`;

/** What the keys of a table's items begin with. */
export const itemPrefix = (table: string): string => `item-${table}~`;

/** What the keys of an index begin with. @param kind `Local` or `Global` */
export const indexPrefix = (kind: string, table: string, index: string): string =>
  `index-${kind.toLowerCase()}~${table}~${index}~`;

/** The table that a key of an item belongs to; undefined for a key of anything else. */
export const tableIn = (key: string): string | undefined => /^item-([^~]+)~/.exec(key)?.[1];

/** Whether a key is one of a global index. */
export const isOfGlobalIndex = (key: string): boolean => key.startsWith('index-global~');
