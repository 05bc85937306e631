import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { clientOf, startTestCloud, tempFolder, writeAssembly } from '../../support/local/assembly.ts';

const Bucket = 'documents';

async function open() {
  const data = tempFolder();
  const resources = { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: Bucket } } };
  const cloud = await startTestCloud(writeAssembly({ resources }), data);
  const s3 = new S3Client({ ...clientOf(cloud), maxAttempts: 1 });
  const read = async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
  return { data, s3, read };
}

test('a key of any characters and length gives its object back, and leads out of no folder', async () => {
  const { data, s3, read } = await open();
  const keys = ['../../escaped', '.', 'a', 'a/b', 'q 1+ä*.pdf', 'long/'.repeat(150)];
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: `of ${Key}` }));
  for (const Key of keys) expect(await read(Key)).toBe(`of ${Key}`);
  expect(readdirSync(join(data, 'objects'))).toEqual([Bucket]);
  expect(readdirSync(join(data, 'objects', Bucket))).toHaveLength(keys.length);
});

test('an object that is there is not written again where the request says so', async () => {
  const { s3, read } = await open();
  const put = (Body: string, IfNoneMatch?: string) =>
    s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body, IfNoneMatch }));
  await put('first', '*');
  await expect(put('second', '*')).rejects.toMatchObject({ name: 'PreconditionFailed' });
  expect(await read('a')).toBe('first');
  await put('third');
  expect(await read('a')).toBe('third');
});

test('a stream and an upload in parts are put together', async () => {
  const { s3, read } = await open();
  const Body = Readable.from([Buffer.from('one, '), Buffer.from('two')]);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'streamed', Body, ContentLength: 8 }));
  expect(await read('streamed')).toBe('one, two');
  const object = { Bucket, Key: 'parts' };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
  const Parts = [];
  for (const [index, text] of ['a', 'b', 'c'].entries()) {
    const PartNumber = index + 1;
    const { ETag } = await s3.send(
      new UploadPartCommand({ ...object, UploadId, PartNumber, Body: text.repeat(3) }),
    );
    Parts.push({ PartNumber, ETag });
  }
  await s3.send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts } }));
  expect(await read('parts')).toBe('aaabbbccc');
});

test('what is not there is refused by its name', async () => {
  const { s3, read } = await open();
  await expect(read('missing')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'missing' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await expect(s3.send(new GetObjectCommand({ Bucket: 'elsewhere', Key: 'a' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('a deleted object is gone, and deleting it again is no mistake', async () => {
  const { s3, read } = await open();
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'text' }));
  for (let times = 0; times < 2; times += 1) await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await expect(read('a')).rejects.toMatchObject({ name: 'NoSuchKey' });
});
