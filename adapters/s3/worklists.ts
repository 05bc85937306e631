import { NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import * as z from 'zod';
import { environment } from '../../contracts/environment.ts';
import { jsonLines, type Place } from './json-lines.ts';
import { parseAt } from '../dynamodb/table/parse.ts';
import { setting, type Settings } from '../../contracts/settings.ts';

const lineSchema = z.object({ licenceId: z.string() });
/** S3 takes up to 10,000 parts of at least 5 MiB: 80 GB of licence ids. */
const partBytes = 8 * 1024 * 1024;
const linesOfBlock = 2_000;

/** Where a run's worklist lies. */
export type Worklist = Place;

/** The licences of a run as an object of JSON Lines, `{"licenceId":"…"}`, which the workflow's map reads. */
export class WorklistStore {
  private readonly s3 = new S3Client();
  private readonly bucket: string;

  constructor(settings: Settings) {
    this.bucket = setting(settings, environment.worklistBucket);
  }

  /** The place of an execution's own worklist, so that no other overwrites it while it is read. */
  at(planId: string, today: string, execution: string): Worklist {
    return { bucket: this.bucket, key: `worklists/${planId}/${today}/${execution}.jsonl` };
  }

  /** Writes the ids as they come, a part at a time, and gives their number; nothing is written for none. */
  async write(
    { bucket, key }: Worklist,
    licenceIds: AsyncIterable<string> | Iterable<string>,
  ): Promise<number> {
    const count = { of: 0 };
    const blocks = blocksOf(licenceIds, count);
    const first = await blocks.next();
    if (first.done === true) return 0;
    const Body = Readable.from(joined(first.value, blocks));
    const params = { Bucket: bucket, Key: key, Body };
    await new Upload({ client: this.s3, params, partSize: partBytes, queueSize: 2 }).done();
    return count.of;
  }

  /** The ids of a worklist in their order. */
  async *read(worklist: Worklist): AsyncGenerator<string, void> {
    for await (const line of jsonLines(this.s3, worklist)) {
      yield parseAt(`worklist ${worklist.key}`, lineSchema, line).licenceId;
    }
  }

  /** The same; none where the worklist is not there: nothing was listed, or it is older than such are kept. */
  async *readIfThere(worklist: Worklist): AsyncGenerator<string, void> {
    try {
      yield* this.read(worklist);
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error;
    }
  }
}

/** Lines of the ids, joined to blocks, since a stream takes long over each piece; `count` says how many so far. */
async function* blocksOf(
  licenceIds: AsyncIterable<string> | Iterable<string>,
  count: { of: number },
): AsyncGenerator<Buffer, undefined> {
  let lines: string[] = [];
  for await (const licenceId of licenceIds) {
    lines.push(`${JSON.stringify({ licenceId })}\n`);
    count.of += 1;
    if (lines.length < linesOfBlock) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
