import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Under which the maps of the workflows leave their results. */
export const resultsPrefix = 'results';

export interface WorklistsProps {
  /** Whether the bucket stays when the stack goes. */
  readonly keepsData: boolean;
}

/** The bucket of the runs' worklists, and of what their map runs write about each batch. */
export class Worklists extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepsData }: WorklistsProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Holds nothing but ids of licences, for 30 days, and only the workflows and those of their functions that need it may read ' +
        'or write it: access logs of their own would say no more than the executions do.',
    });
  }
}
