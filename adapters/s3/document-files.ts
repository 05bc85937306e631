import {
  DeleteObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  PutObjectCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { ConcurrentChange } from '../dynamodb/table/faults.ts';
import { retryOnConflict } from '../dynamodb/table/retry.ts';
import { DocumentReader } from './document-reader.ts';

const alreadyThere = 412;
/** Another conditional write to the same key is under way (`ConditionalRequestConflict`): nothing was stored. */
const conflict = 409;

/** A request for a header alone is answered without a reason: 404, or 403 where the caller may not list the bucket. */
function isMissing({ $metadata: { httpStatusCode } }: S3ServiceException): boolean {
  return httpStatusCode === 404 || httpStatusCode === 403;
}

/** PDF, or the XML of an e-invoice. */
type DocumentType = 'application/pdf' | 'application/xml';

/** Quotes and invoices as PDFs and as data, in a bucket of their own: written once, fetched ever after. */
export class DocumentFiles extends DocumentReader {
  /** Stores a document under its key, unless it lies there already: gives what lies there then. */
  async keep(key: string, file: Buffer, type: DocumentType = 'application/pdf'): Promise<Buffer> {
    return retryOnConflict(() => this.put(key, file, type));
  }

  /**
   * Deletes a document for good; one that is not there is deleted already. A bucket that keeps versions has one of each
   * document, since it is written once.
   */
  async delete(key: string): Promise<void> {
    const head = await this.head(key);
    if (head === undefined) return;
    const { VersionId } = head;
    await this.s3.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key, VersionId }));
  }

  /** Undefined where there is no such document. */
  private async head(key: string): Promise<HeadObjectCommandOutput | undefined> {
    try {
      return await this.s3.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
    } catch (error) {
      if (error instanceof S3ServiceException && isMissing(error)) return undefined;
      throw error;
    }
  }

  private async put(key: string, file: Buffer, type: DocumentType): Promise<Buffer> {
    try {
      await this.s3.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key: key,
          Body: file,
          ContentType: type,
          IfNoneMatch: '*',
        }),
      );
      return file;
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      if (status === alreadyThere) return this.fetch(key);
      throw status === conflict ? new ConcurrentChange(`document ${key}`, { cause: error }) : error;
    }
  }
}
