import type { Change } from 'dynalite/db/index.js';
import { isOfGlobalIndex } from './keys.ts';

/** An index is never further behind than this, by the clock of the cloud. */
const longestMs = 3_000;

interface Behind {
  readonly change: Change;
  readonly at: number;
}

/**
 * Has global indexes lag behind their tables where somebody wants that: what is written to one is kept aside until it is
 * read, and a read may find it without what was written in the last seconds.
 */
export class IndexLag {
  readonly #now: () => number;
  readonly #behind: Behind[] = [];
  #apply: (change: Change) => void = () => undefined;
  #stale = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Has changes that are caught up with made by `apply`. */
  catchUpWith(apply: (change: Change) => void): void {
    this.#apply = apply;
  }

  /** Takes a change of an index, to make it later; gives whether it was one. */
  takes(change: Change): boolean {
    if (!isOfGlobalIndex(change.key)) return false;
    this.#behind.push({ change, at: this.#now() });
    return true;
  }

  /** Has whoever reads an index while `work` is under way find it as it was. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#stale += 1;
    try {
      return await work();
    } finally {
      this.#stale -= 1;
    }
  }

  /** Brings all indexes up to date, before one is read: while they may lag, as far as they must be. */
  catchUp(): void {
    const until = this.#stale > 0 ? this.#now() - longestMs : Infinity;
    const current = this.#behind.findIndex(({ at }) => at > until);
    const due = this.#behind.splice(0, current < 0 ? this.#behind.length : current);
    for (const { change } of due) this.#apply(change);
  }
}
