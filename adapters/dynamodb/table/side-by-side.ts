import pLimit from 'p-limit';

/** So many items at a time: as many connections as a function can keep open. */
export const atOnce = 16;

/** Does the same for each item, sixteen at a time, and gives the results in the order of the items. */
export function sideBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  return pLimit(atOnce).map(items, work);
}
