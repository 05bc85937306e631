/**
 * Does `work` for each of the items, so many at a time, in their order, and asks for no more of them than that. Starts
 * no more once the signal aborts. A throw of `work` ends it all.
 */
export async function inParallel<Item>(
  items: AsyncIterator<Item, unknown>,
  atATime: number,
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const isStopped = () => signal.aborted;
  const worker = async () => {
    while (!isStopped()) {
      const next = await items.next();
      if (next.done === true || isStopped()) return;
      await work(next.value);
    }
  };
  try {
    await Promise.all(Array.from({ length: atATime }, worker));
  } finally {
    await items.return?.();
  }
}
