import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '../shared/service-error.ts';

/** Longest name that every file system takes, with space for the ending of a draft. */
const longestName = 200;

/** An object without its content. */
export interface ObjectHead {
  readonly bytes: number;
  readonly etag: string;
  readonly lastModified: Date;
}

/** Buckets as folders, and the objects in them as files. */
export class Objects {
  readonly #folder: string;
  readonly #buckets = new Set<string>();

  /** @param folder where the buckets lie; made if need be */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Makes a bucket, unless there is one of this name. */
  provideBucket(name: string): void {
    this.#buckets.add(name);
    mkdirSync(join(this.#folder, name), { recursive: true });
  }

  /** @throws ServiceError when there is no such bucket */
  requireBucket(name: string): void {
    if (this.#buckets.has(name)) return;
    throw new ServiceError('NoSuchBucket', `The specified bucket does not exist: ${name}`, {}, 404);
  }

  /** @throws ServiceError when there is no such bucket or object */
  read(bucket: string, key: string): Buffer {
    const file = this.#file(bucket, key);
    if (!isFile(file)) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', {}, 404);
    return readFileSync(file);
  }

  /** @throws ServiceError when there is no such bucket or object */
  head(bucket: string, key: string): ObjectHead {
    const content = this.read(bucket, key);
    const { mtime } = statSync(this.#file(bucket, key));
    return { bytes: content.length, etag: etagOf(content), lastModified: mtime };
  }

  /** @throws ServiceError when there is no such bucket */
  has(bucket: string, key: string): boolean {
    return isFile(this.#file(bucket, key));
  }

  /**
   * Writes an object as a whole, or leaves what was there.
   * @returns its entity tag
   * @throws ServiceError when there is no such bucket
   */
  write(bucket: string, key: string, content: string | Buffer): string {
    const file = this.#file(bucket, key);
    const draft = `${file}.draft`;
    writeFileSync(draft, content);
    renameSync(draft, file);
    return etagOf(content);
  }

  /**
   * Deletes an object; one that is not there is deleted already.
   * @throws ServiceError when there is no such bucket
   */
  remove(bucket: string, key: string): void {
    rmSync(this.#file(bucket, key), { force: true });
  }

  #file(bucket: string, key: string): string {
    this.requireBucket(bucket);
    return join(this.#folder, bucket, fileName(key));
  }
}

/** The name of an object's file: its key, as far as a file system takes it. No key leads out of the bucket's folder. */
function fileName(key: string): string {
  const name = encodeURIComponent(key).replace(/^\./, '%2E').replaceAll('*', '%2A');
  if (name.length <= longestName) return name;
  const hash = createHash('sha256').update(key).digest('hex');
  return `${name.slice(0, longestName - hash.length - 1)}-${hash}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function etagOf(content: string | Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}
