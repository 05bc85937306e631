import { PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { ConcurrentChange } from '../dynamodb/table/faults.ts';
import { retryOnConflict } from '../dynamodb/table/retry.ts';
import { DocumentReader } from './document-reader.ts';

const alreadyThere = 412;
/** Another conditional write to the same key is under way (`ConditionalRequestConflict`): nothing was stored. */
const conflict = 409;

/** Quotes and invoices as PDFs, in a bucket of their own: written once, fetched ever after. */
export class DocumentFiles extends DocumentReader {
  /** Stores a document under its key, unless it lies there already: gives what lies there then. */
  async keep(key: string, pdf: Buffer): Promise<Buffer> {
    return retryOnConflict(() => this.put(key, pdf));
  }

  private async put(key: string, pdf: Buffer): Promise<Buffer> {
    try {
      await this.s3.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key: key,
          Body: pdf,
          ContentType: 'application/pdf',
          IfNoneMatch: '*',
        }),
      );
      return pdf;
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      if (status === alreadyThere) return this.fetch(key);
      throw status === conflict ? new ConcurrentChange(`document ${key}`, { cause: error }) : error;
    }
  }
}
