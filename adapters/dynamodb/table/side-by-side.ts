import pLimit from 'p-limit';

/** As many connections as a function keeps open. */
const atOnce = 16;

/** Does the same for each item, sixteen at a time, and gives the results in the order of the items. */
export function sideBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  return pLimit(atOnce).map(items, work);
}
