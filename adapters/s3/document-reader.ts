import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

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
}
