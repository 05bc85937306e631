import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateMultipartUploadCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { environment } from '../../contracts/environment.ts';
import { jsonLines, type Place } from './json-lines.ts';
import { parseAt } from '../dynamodb/table/parse.ts';
import { setting, type Settings } from '../../contracts/settings.ts';

const lineSchema = z.object({ licenceId: z.string() });
/** S3 takes up to 10,000 parts of at least 5 MiB: 80 GB of licence ids. */
const partBytes = 8 * 1024 * 1024;

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
    const parts = partsOf(licenceIds);
    const first = await parts.next();
    if (first.done === true) return 0;
    const second = await parts.next();
    if (second.done === true) {
      await this.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: first.value.body }));
      return first.value.count;
    }
    return this.writeParts({ bucket, key }, joined([first.value, second.value], parts));
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

  private async writeParts({ bucket, key }: Worklist, parts: AsyncIterable<Part>): Promise<number> {
    const object = { Bucket: bucket, Key: key };
    const { UploadId } = await this.s3.send(new CreateMultipartUploadCommand(object));
    const upload = { ...object, UploadId };
    try {
      const Parts: CompletedPart[] = [];
      let count = 0;
      for await (const part of parts) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await this.s3.send(
          new UploadPartCommand({ ...upload, PartNumber, Body: part.body }),
        );
        Parts.push({ PartNumber, ETag });
        count += part.count;
      }
      await this.s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
      return count;
    } catch (error) {
      await this.s3.send(new AbortMultipartUploadCommand(upload));
      throw error;
    }
  }
}

interface Part {
  readonly body: Buffer;
  readonly count: number;
}

async function* partsOf(
  licenceIds: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Part, undefined> {
  let lines: string[] = [];
  let bytes = 0;
  for await (const licenceId of licenceIds) {
    const line = `${JSON.stringify({ licenceId })}\n`;
    lines.push(line);
    bytes += Buffer.byteLength(line);
    if (bytes < partBytes) continue;
    yield { body: Buffer.from(lines.join('')), count: lines.length };
    lines = [];
    bytes = 0;
  }
  if (lines.length > 0) yield { body: Buffer.from(lines.join('')), count: lines.length };
}

async function* joined(first: readonly Part[], rest: AsyncIterable<Part>): AsyncGenerator<Part> {
  yield* first;
  yield* rest;
}
