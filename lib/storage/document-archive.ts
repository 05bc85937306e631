import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface DocumentArchiveProps {
  /** Whether the bucket stays when the stack goes. */
  readonly keepsData: boolean;
}

/** The bucket of quotes and invoices as PDFs: each is written once, and no version of it is ever lost. */
export class DocumentArchive extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepsData }: DocumentArchiveProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Three functions write and read its objects, and admins and the hosted console read them; whoever must prove who has ' +
        'read a document switches on data events of CloudTrail, which say more than access logs do.',
    });
  }
}
