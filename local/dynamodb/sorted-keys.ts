/** Most keys in one chunk: moving so many to make room takes a microsecond. */
const largestChunk = 1024;

/** The bounds of a range of keys, as LevelDB names them; `limit` -1 is none. */
export interface Range {
  readonly gte?: string;
  readonly gt?: string;
  readonly lte?: string;
  readonly lt?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** A set of keys in their order, in chunks, so that a new one costs little however many there are. */
export class SortedKeys {
  readonly #chunks: string[][] = [];

  add(key: string): void {
    const at = Math.min(this.#chunkOf(key), Math.max(0, this.#chunks.length - 1));
    const chunk = this.#chunks[at];
    if (chunk === undefined) {
      this.#chunks.push([key]);
      return;
    }
    const place = placeOf(chunk, key);
    if (chunk[place] === key) return;
    chunk.splice(place, 0, key);
    if (chunk.length > largestChunk) this.#chunks.splice(at + 1, 0, chunk.splice(largestChunk / 2));
  }

  delete(key: string): void {
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at];
    const place = chunk === undefined ? -1 : placeOf(chunk, key);
    if (chunk?.[place] !== key) return;
    chunk.splice(place, 1);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
  }

  /** The keys of a range, in their order or in reverse. */
  in(range: Range): readonly string[] {
    const { gte, gt, lte, lt, reverse = false, limit = -1 } = range;
    const least = gt ?? gte ?? '';
    const found: string[] = [];
    for (let at = this.#chunkOf(least); at < this.#chunks.length; at += 1) {
      const chunk = this.#chunks[at] ?? [];
      for (let place = placeOf(chunk, least); place < chunk.length; place += 1) {
        const key = chunk[place] ?? '';
        if ((lt !== undefined && key >= lt) || (lte !== undefined && key > lte))
          return cut(found, reverse, limit);
        if (!reverse && limit >= 0 && found.length === limit) return found;
        if (key !== gt) found.push(key);
      }
    }
    return cut(found, reverse, limit);
  }

  /** The index of the first chunk that ends with this key or a later one. */
  #chunkOf(key: string): number {
    let [from, to] = [0, this.#chunks.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#chunks[middle]?.at(-1) ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function cut(found: string[], reverse: boolean, limit: number): readonly string[] {
  if (reverse) found.reverse();
  return limit < 0 ? found : found.slice(0, limit);
}

/** The index of a key in sorted keys, or of the first later one. */
function placeOf(keys: readonly string[], key: string): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle] ?? '') < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
