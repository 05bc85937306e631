import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../shared/json.ts';
import { type Begun, BegunExecutions } from './begun.ts';
import type { ExecutionRecord, ExecutionSummary, MapRun } from './records.ts';

/** Where the record of an ended execution lies in the file. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

const record = z.custom<ExecutionRecord>();

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

  /** Opens the log in a folder, which is made if need be. A last line cut off by a crash is dropped. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'executions.jsonl');
    this.#file = openSync(path, 'a+');
    const text = readFileSync(path);
    for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, this.#end)) {
      this.#remember(record.parse(JSON.parse(text.toString('utf8', this.#end, end))), {
        offset: this.#end,
        length: end - this.#end,
      });
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
    writeSync(this.#file, line);
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
