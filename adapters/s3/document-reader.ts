import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/** S3 denies access to an object that is not there where the caller may not list its bucket. */
const missing = new Set(['NoSuchKey', 'AccessDenied']);

/** Quotes and invoices as PDFs, for whoever only looks at them. */
export class DocumentReader {
  protected readonly s3 = new S3Client();
  protected readonly bucket: string;

  constructor(settings: Settings) {
    this.bucket = setting(settings, environment.documentsBucket);
  }

  /** Throws where there is no such document. */
  async fetch(key: string): Promise<Buffer> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
    if (Body === undefined) throw new Error(`document ${key} has no content`);
    return Buffer.from(await Body.transformToByteArray());
  }

  /** A document, if it is stored. */
  async find(key: string): Promise<Buffer | undefined> {
    try {
      return await this.fetch(key);
    } catch (error) {
      if (error instanceof S3ServiceException && missing.has(error.name)) return undefined;
      throw error;
    }
  }
}
