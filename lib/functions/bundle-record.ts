import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';

/** What bundles were made of, and what was made. Paths are relative to the project. */
const recordSchema = z.strictObject({
  settings: z.string(),
  /** The hash of each source. */
  sources: z.record(z.string(), z.string()),
  /** The bytes of each file. */
  made: z.record(z.string(), z.number()),
});

/** Remembers what bundles were made of, so that the same sources are not bundled again. */
export class BundleRecord {
  readonly #root: string;
  readonly #folder: string;
  readonly #file: string;
  readonly #settings: string;

  /**
   * @param root the project
   * @param folder where the bundles are
   * @param settings how they are made
   */
  constructor(root: string, folder: string, settings: object) {
    this.#root = root;
    this.#folder = folder;
    this.#file = join(folder, 'record.json');
    // What packages there are decides what an import finds.
    const packages = readFileSync(join(root, 'package-lock.json'));
    this.#settings = hashOf(JSON.stringify(settings) + process.version + hashOf(packages));
  }

  /** Whether the bundles are there, made in this way of the sources as they are. */
  isTrue(): boolean {
    try {
      const { settings, sources, made } = recordSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
      return (
        settings === this.#settings &&
        JSON.stringify(this.#made()) === JSON.stringify(made) &&
        Object.entries(sources).every(([path, hash]) => this.#hashOf(path) === hash)
      );
    } catch {
      return false;
    }
  }

  /** Forgets: the bundles are about to change. */
  drop(): void {
    rmSync(this.#file, { force: true });
  }

  /** Notes that the bundles are made of these sources. */
  keep(sources: readonly string[]): void {
    const hashes = Object.fromEntries(sources.map((path) => [path, this.#hashOf(path)]));
    const record = { settings: this.#settings, sources: hashes, made: this.#made() };
    mkdirSync(dirname(this.#file), { recursive: true });
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(record satisfies z.infer<typeof recordSchema>));
    renameSync(draft, this.#file);
  }

  #hashOf(path: string): string {
    return hashOf(readFileSync(join(this.#root, path)));
  }

  /** The files of all handlers; not the drafts of other processes. */
  #made(): Readonly<Record<string, number>> {
    const files = readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath !== this.#folder && !/\.\d+$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
    return Object.fromEntries(files.map((file) => [relative(this.#root, file), statSync(file).size]));
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
