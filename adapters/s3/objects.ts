import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Readable } from 'node:stream';
import { jsonLines, type Place } from './json-lines.ts';

/** S3 takes up to 10,000 parts of at least 5 MiB: 80 GB of licence ids. */
const partSize = 8 * 1024 * 1024;

/** Objects of JSON Lines in S3. */
export class Objects {
  readonly #client = new S3Client();

  /** The values of an object, one after the other, as they come; throws `NoSuchKey` where it is not there. */
  lines(place: Place): AsyncGenerator<unknown, void> {
    return jsonLines(this.#client, place);
  }

  /** Writes an object as its content comes, a part at a time. */
  async upload({ bucket, key }: Place, Body: Readable): Promise<void> {
    const params = { Bucket: bucket, Key: key, Body };
    await new Upload({ client: this.#client, params, partSize, queueSize: 2 }).done();
  }
}
