import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** Where an object lies in S3. */
export interface Place {
  readonly bucket: string;
  readonly key: string;
}

/** The values of an object of JSON Lines, one after the other, as they come. */
export async function* jsonLines(s3: S3Client, { bucket, key }: Place): AsyncGenerator<unknown, void> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (!(Body instanceof Readable)) throw new Error(`object ${key} in bucket ${bucket} has no content`);
  try {
    for await (const line of createInterface({ input: Body })) yield JSON.parse(line);
  } finally {
    // Whoever has seen enough leaves the rest unread.
    Body.destroy();
  }
}
