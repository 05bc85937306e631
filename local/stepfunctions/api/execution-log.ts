import { closeSync, mkdirSync, openSync, readFileSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { appendWhole } from '../../shared/append-whole.ts';
import { parseJson } from '../../shared/json.ts';
import { unreadableLine } from '../../shared/json-lines.ts';
import { type Begun, BegunExecutions } from './begun.ts';
import type { ExecutionRecord, ExecutionSummary, MapRun } from './records.ts';

/** Where the record of an ended execution lies in the file. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/** What the log needs of a record to list it; the rest is as this process or an earlier one has written it. */
const listed = z.looseObject({
  arn: z.string(),
  name: z.string(),
  status: z.string(),
  mapRuns: z.array(z.unknown()),
});
const record = z.custom<ExecutionRecord>((value) => listed.safeParse(value).success);

/**
 * Remembers executions: those that run in memory, those that have ended as one line each of a
 * JSON Lines file, of which only what is listed stays in memory.
 */
export class ExecutionLog {
  readonly #file: number;
  readonly #summaries = new Map<string, ExecutionSummary>();
  readonly #running = new Map<string, ExecutionRecord>();
  readonly #places = new Map<string, Place>();
  readonly #mapRuns: MapRun[] = [];
  readonly #begun: BegunExecutions;
  #end = 0;

  /**
   * Opens the log in a folder, which is made if need be. A last line cut off by a crash is dropped.
   * @throws Error naming the file, the line and the remedy for any other line that cannot be read
   */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'executions.jsonl');
    this.#file = openSync(path, 'a+');
    const text = readFileSync(path);
    let number = 1;
    for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, this.#end), number += 1) {
      const place = { offset: this.#end, length: end - this.#end };
      try {
        this.#remember(record.parse(parseJson(text.toString('utf8', this.#end, end))), place);
      } catch (error) {
        throw unreadableLine(path, number, error);
      }
      this.#end = end + 1;
    }
    if (this.#end < statSync(path).size) truncateSync(path, this.#end);
    this.#begun = new BegunExecutions(folder);
  }

  /** The executions that were running when an earlier process was killed; children of a Map Run are none. */
  unfinished(): readonly Begun[] {
    return this.#begun.unfinished((arn) => this.#places.has(arn));
  }

  /** Takes up an execution that has begun. */
  begin(execution: ExecutionRecord): void {
    if (execution.mapRunArn === undefined) this.#begun.add(execution);
    this.#running.set(execution.arn, execution);
    this.#summaries.set(execution.arn, execution);
  }

  /** Writes down an execution that has ended. */
  end(execution: ExecutionRecord): void {
    const line = Buffer.from(`${JSON.stringify(execution)}\n`);
    appendWhole(this.#file, line);
    this.#running.delete(execution.arn);
    this.#remember(execution, { offset: this.#end, length: line.length - 1 });
    this.#end += line.length;
  }

  /** Every execution, the latest first. */
  list(): ExecutionSummary[] {
    return [...this.#summaries.values()].reverse();
  }

  /** Whether there is an execution of this ARN, running or ended. */
  has(arn: string): boolean {
    return this.#summaries.has(arn);
  }

  /** Everything about an execution; undefined when there is none of this ARN. */
  read(arn: string): ExecutionRecord | undefined {
    const place = this.#places.get(arn);
    if (place === undefined) return this.#running.get(arn);
    const line = Buffer.alloc(place.length);
    readSync(this.#file, line, 0, place.length, place.offset);
    return record.parse(parseJson(line.toString('utf8')));
  }

  /** Every Map Run, the earliest first. */
  mapRuns(): MapRun[] {
    return [...this.#mapRuns, ...[...this.#running.values()].flatMap(({ mapRuns }) => mapRuns)];
  }

  close(): void {
    closeSync(this.#file);
  }

  #remember(
    { arn, name, stateMachineArn, mapRunArn, startDate, stopDate, status, mapRuns }: ExecutionRecord,
    place: Place,
  ): void {
    this.#places.set(arn, place);
    this.#summaries.set(arn, {
      arn,
      name,
      stateMachineArn,
      ...(mapRunArn !== undefined && { mapRunArn }),
      startDate,
      status,
      ...(stopDate !== undefined && { stopDate }),
    });
    this.#mapRuns.push(...mapRuns);
  }
}
