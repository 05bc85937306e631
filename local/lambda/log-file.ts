import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** How long lines wait for others, in milliseconds: writing each by itself takes longer than what is logged. */
const mostWait = 50;

/** The file of a function's log. One that cannot be written, such as on a full disk, loses lines, and must not end the cloud. */
export class LogFile {
  readonly #path: string;
  #stream: WriteStream | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isLosing = false;

  constructor(path: string) {
    this.#path = path;
  }

  write(chunk: Buffer): void {
    const stream = (this.#stream ??= this.#open());
    if (this.#timer === undefined) {
      stream.cork();
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        stream.uncork();
      }, mostWait);
    }
    stream.write(chunk);
  }

  /** Writes what is left, and closes it. What it loses is said where the stream fails. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#stream !== undefined) await finished(this.#stream.end()).catch(() => undefined);
  }

  #open(): WriteStream {
    return createWriteStream(this.#path, { flags: 'a' }).on('error', ({ message }) => {
      this.#stream = undefined;
      if (!this.#isLosing) process.stderr.write(`The log ${this.#path} loses lines: ${message}\n`);
      this.#isLosing = true;
    });
  }
}
