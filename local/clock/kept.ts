import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const kept = z.object({
  /** How many milliseconds the clock is ahead of the system's. */
  ahead: z.number().min(0),
  /** An instant in milliseconds since 1970; every schedule up to it has fired. */
  firedUntil: z.number(),
});

/** What a cloud remembers of its clock once that was moved. */
export type KeptClock = z.infer<typeof kept>;

/** The file in a cloud's data that keeps its clock, so that a restarted cloud goes on with it. */
export class ClockFile {
  readonly #path: string;

  constructor(data: string) {
    this.#path = join(data, 'clock.json');
  }

  /** What is kept; undefined for a clock that was never moved. @throws Error naming the file and the remedy */
  read(): KeptClock | undefined {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return kept.parse(JSON.parse(text));
    } catch (error) {
      throw new Error(
        `${this.#path} cannot be read: delete it, and the clock of the cloud is that of this machine again`,
        { cause: error },
      );
    }
  }

  write(clock: KeptClock): void {
    const next = `${this.#path}.next`;
    writeFileSync(next, JSON.stringify(clock), { mode: 0o600 });
    renameSync(next, this.#path);
  }
}
