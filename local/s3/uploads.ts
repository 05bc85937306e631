import { randomUUID } from 'node:crypto';
import { ServiceError } from '../shared/service-error.ts';

interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly parts: Map<number, Buffer>;
}

/** Uploads in parts that have begun; they do not outlive the process. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();

  /** @returns the id of the upload */
  begin(bucket: string, key: string): string {
    const id = randomUUID();
    this.#uploads.set(id, { bucket, key, parts: new Map() });
    return id;
  }

  /** Keeps a part; one of the same number takes its place. @throws ServiceError when there is no such upload */
  add(id: string, number: number, content: Buffer): void {
    this.#find(id).parts.set(number, content);
  }

  /**
   * Ends an upload.
   * @param numbers of the parts that the object is made of, in order
   * @returns the object's content
   * @throws ServiceError when there is no such upload or part
   */
  complete(id: string, numbers: readonly number[]): Buffer {
    const { parts } = this.#find(id);
    const content = numbers.map((number) => {
      const part = parts.get(number);
      if (part === undefined) throw new ServiceError('InvalidPart', `There is no part ${number}.`);
      return part;
    });
    this.#uploads.delete(id);
    return Buffer.concat(content);
  }

  /** Gives an upload up. @throws ServiceError when there is no such upload */
  abort(id: string): void {
    this.#find(id);
    this.#uploads.delete(id);
  }

  #find(id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload === undefined) {
      throw new ServiceError('NoSuchUpload', 'The specified upload does not exist.', {}, 404);
    }
    return upload;
  }
}
