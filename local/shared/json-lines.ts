import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type * as z from 'zod';
import { appendWhole } from './append-whole.ts';

/** A file of JSON values, one a line, to which lines are only added. */
export class JsonLines<Value> {
  readonly #file: string;
  readonly #schema: z.ZodType<Value>;

  /** Opens a file, which is made if need be. A last line that was cut off, when the process ended, is dropped. */
  constructor(file: string, schema: z.ZodType<Value>) {
    this.#file = file;
    this.#schema = schema;
    if (!existsSync(file)) appendFileSync(file, '');
    const content = readFileSync(file);
    const whole = content.lastIndexOf(10) + 1;
    if (whole < content.length) truncateSync(file, whole);
  }

  /** Every value, read from the file. @throws Error naming the file, the line and the remedy */
  read(): Value[] {
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line, index) => this.#parse(line, index + 1));
  }

  add(value: Value): void {
    appendWhole(this.#file, `${JSON.stringify(value)}\n`);
  }

  #parse(line: string, number: number): Value {
    try {
      return this.#schema.parse(JSON.parse(line));
    } catch (error) {
      throw unreadableLine(this.#file, number, error);
    }
  }
}

/** What is wrong with a line of a file, and the remedy. */
export function unreadableLine(file: string, number: number, cause: unknown): Error {
  return new Error(
    `line ${number} of ${file} cannot be read: delete this line, and the cloud starts without what it listed`,
    { cause },
  );
}
