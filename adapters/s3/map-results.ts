import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { jsonLines, type Place } from './json-lines.ts';
import { parseAt } from '../dynamodb/table/parse.ts';

const filesSchema = z._default(z.array(z.object({ Key: z.string() })), []);
const manifestSchema = z.object({
  ResultFiles: z.object({ SUCCEEDED: filesSchema, FAILED: filesSchema }),
});

const childSchema = z.object({
  /** As JSON text; left out where it was too long. */
  Input: z.optional(z.string()),
  Status: z.string(),
  Error: z.optional(z.string()),
  Cause: z.optional(z.string()),
});

/** A child execution of a map that did not end well, and why. */
type FailedChild = z.infer<typeof childSchema>;

/** What a workflow's map left in S3: flattened, as JSON Lines, by way of a manifest. */
export class MapResults {
  private readonly s3 = new S3Client();

  /** What the children put out that ended well, item by item. */
  async *outputs(manifest: Place): AsyncGenerator<unknown, void> {
    const { SUCCEEDED } = await this.files(manifest);
    for (const { Key } of SUCCEEDED) yield* jsonLines(this.s3, { ...manifest, key: Key });
  }

  /** The children that did not end well. */
  async *failedChildren(manifest: Place): AsyncGenerator<FailedChild, void> {
    const { FAILED } = await this.files(manifest);
    for (const { Key } of FAILED) {
      for await (const line of jsonLines(this.s3, { ...manifest, key: Key })) {
        yield parseAt(`results ${Key}`, childSchema, line);
      }
    }
  }

  private async files({ bucket, key }: Place) {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const manifest: unknown = JSON.parse((await Body?.transformToString()) ?? 'null');
    return parseAt(`manifest ${key}`, manifestSchema, manifest).ResultFiles;
  }
}
