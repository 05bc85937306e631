/**
 * Does `work` for each of the items, so many at a time, in their order. Starts no more once the signal aborts, and
 * gives how many it has done. A throw of `work` ends it all.
 */
export async function inParallel<Item>(
  items: Iterable<Item>,
  atATime: number,
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<number> {
  const queue = items[Symbol.iterator]();
  let done = 0;
  const worker = async () => {
    for (;;) {
      if (signal.aborted) return;
      const next = queue.next();
      if (next.done === true) return;
      await work(next.value);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return done;
}
