import type { Call } from '../policies/evaluate.ts';
import { unknownOperation } from './unknown.ts';

/** A request to S3, without its body. */
interface S3Request {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The bucket and the key that a request's path names; the key is empty for the bucket itself. */
export function placeOf(url: string): { readonly bucket: string; readonly key: string } {
  const [, bucket = '', key = ''] = /^\/([^/?]*)\/?([^?]*)/.exec(url) ?? [];
  return { bucket, key: decodeURIComponent(key) };
}

/** What reading or writing an object does. */
export function objectCall(action: 'GetObject' | 'PutObject', bucket: string, key: string): Call {
  return { action: `s3:${action}`, resource: `arn:aws:s3:::${bucket}/${key}` };
}

/** Listing a bucket; without it, an object that does not exist is answered with `AccessDenied`. */
export function listBucket(bucket: string): Call {
  return { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` };
}

/** Parameters of a request that name another operation than its method alone, each with the action that it needs. */
const subresources: Readonly<Record<string, string>> = {
  'POST uploads': 'PutObject',
  'POST uploadId': 'PutObject',
  'PUT uploadId': 'PutObject',
  'GET uploadId': 'ListMultipartUploadParts',
  'DELETE uploadId': 'AbortMultipartUpload',
};

const ofObjects: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

/** Parameters that change nothing about what is done. */
const plain = new Set(['list-type', 'prefix', 'delimiter', 'max-keys', 'start-after', 'continuation-token']);
const ofParts = new Set(['x-id', 'partNumber', 'uploadId', 'uploads']);

/** What a request to S3 does. Throws for an operation that is not known here. */
export function s3Calls({ method, url, headers }: S3Request): Call[] {
  const { bucket, key } = placeOf(url);
  const parameters = [...new URLSearchParams(url.split('?')[1]).keys()].filter(
    (name) => !/^x-amz-|^response-/i.test(name),
  );
  const refuse = (): never => unknownOperation('S3', `${method} ${url}`);
  if (key === '') {
    const isListing = method === 'GET' && parameters.every((name) => plain.has(name) || name === 'x-id');
    if (bucket === '') return isListing ? [{ action: 's3:ListAllMyBuckets', resource: '*' }] : refuse();
    return isListing || (method === 'HEAD' && parameters.length === 0) ? [listBucket(bucket)] : refuse();
  }
  if (headers['x-amz-copy-source'] !== undefined || !parameters.every((name) => ofParts.has(name))) refuse();
  const special = parameters.map((name) => subresources[`${method} ${name}`]).find(Boolean);
  const isSpecial = parameters.some((name) => name === 'uploads' || name === 'uploadId');
  const action = special ?? (isSpecial ? refuse() : (ofObjects[method] ?? refuse()));
  return [{ action: `s3:${action}`, resource: `arn:aws:s3:::${bucket}/${key}` }];
}
