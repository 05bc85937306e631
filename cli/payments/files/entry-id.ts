import { createHash } from 'node:crypto';

/** What banks write where they have no reference. */
const noReference = /^(NONREF|NOTPROVIDED|NOT PROVIDED|N\/?A|0*)$/i;

/**
 * Gives the payments of a file their ids, the same ids whenever and in whatever part of a statement they come again.
 * A payment with a reference of the bank's is known by it, together with its account, day and amount, since not all banks give
 * each reference once. Others are known by all that is written of them and a running number among equal ones.
 */
export class EntryIds {
  readonly #counts = new Map<string, number>();

  /** Begins another statement: equal payments are counted in each of its own, since statements overlap. */
  restart(): void {
    this.#counts.clear();
  }

  /** @param entry account, day and amount; @param words everything else that is written of it */
  idOf(reference: string | undefined, entry: readonly string[], words: readonly string[]): string {
    const given = reference?.trim() ?? '';
    if (given !== '' && !noReference.test(given)) return this.ofReference(given, entry);
    return this.numbered(`E-${hashOf([...entry, ...words], 24)}`);
  }

  /** The id of a payment among several of one entry, of which only the entry has a reference. */
  idWithin(reference: string | undefined, entry: readonly string[], words: readonly string[]): string {
    const given = reference?.trim() ?? '';
    if (given === '' || noReference.test(given)) return this.idOf(undefined, entry, words);
    return this.numbered(this.ofReference(given, [...entry, ...words]));
  }

  private ofReference(reference: string, entry: readonly string[]): string {
    const readable = reference.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 50);
    return `B-${readable}-${hashOf([reference, ...entry], 10)}`;
  }

  private numbered(id: string): string {
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }
}

function hashOf(parts: readonly string[], length: number): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
}
