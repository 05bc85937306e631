import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesised, resourcesOf } from '../../support/lib/synthesis.ts';

const { licences: template } = synthesised();

describe('what outlives every deployment', () => {
  it('keeps every table restorable, encrypted, paid by use, and safe from deletion', () => {
    const tables = Object.values(template.findResources('AWS::DynamoDB::GlobalTable'));
    expect(tables).toHaveLength(8);
    for (const table of tables) {
      expect(table).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
          Replicas: [
            {
              DeletionProtectionEnabled: true,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            },
          ],
        },
      });
    }
  });

  it('finds licences by the day on which they are due, by plan and by customer, with whose they are', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [
        { AttributeName: 'licenceId', KeyType: 'HASH' },
        { AttributeName: 'record', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [
            { AttributeName: 'planPartition', KeyType: 'HASH' },
            { AttributeName: 'dueOn', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['customerId'] },
        },
        {
          IndexName: 'plan',
          KeySchema: [
            { AttributeName: 'planPartition', KeyType: 'HASH' },
            { AttributeName: 'licenceId', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['customerId'] },
        },
        {
          IndexName: 'stalled',
          KeySchema: [
            { AttributeName: 'stalledIn', KeyType: 'HASH' },
            { AttributeName: 'licenceId', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['parked'] },
        },
        {
          IndexName: 'customer',
          KeySchema: [{ AttributeName: 'customerId', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
        {
          IndexName: 'reference',
          KeySchema: [{ AttributeName: 'reference', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });

  it('forgets old runs, and requests that are repeated no more', () => {
    const forgetting = Object.entries(template.findResources('AWS::DynamoDB::GlobalTable')).filter(
      ([, table]) => 'TimeToLiveSpecification' in (table as { Properties: object }).Properties,
    );
    expect(forgetting.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'StoreLicences',
      'StoreCustomerHistory',
      'StoreRuns',
    ]);
  });

  it('keeps worklists private, encrypted and for thirty days', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 30, Status: 'Enabled' })] },
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('keeps a key that makes codes and nothing else, by a name, and does not delete it', () => {
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    });
    template.hasResourceProperties('AWS::KMS::Alias', {
      AliasName: 'alias/perennial/update-passwords',
      TargetKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^UpdatePasswords'), 'Arn'] },
    });
  });

  it('keeps every version of every document, encrypted and away from the public', () => {
    const [bucket] = Object.entries(template.findResources('AWS::S3::Bucket')).filter(([id]) =>
      id.startsWith('Documents'),
    );
    expect(bucket?.[1]).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });

  it('says by which names the tables, the buckets, the key and the bus are found', () => {
    expect(
      Object.keys(template.findOutputs('*')).filter((key) => !/^(Exports|Publish)Output/.test(key)),
    ).toEqual([
      'LicencesTable',
      'CustomersTable',
      'CustomerHistoryTable',
      'SearchTable',
      'RunsTable',
      'UpdatesTable',
      'NumbersTable',
      'PaymentsTable',
      'DocumentsBucket',
      'WorklistBucket',
      'UpdatePasswordKey',
      'EventBus',
    ]);
  });

  it('consists of the resources that were reviewed', () => {
    expect(resourcesOf(template)).toMatchSnapshot();
  });
});
