import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { senderDomain } from '../../../domain/plan/sender.ts';
import { plans } from '../../../plans/index.ts';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { operations: template } = synthesised();
const identities = [...new Set(plans.map(senderDomain))]
  .sort()
  .map((domain) => `arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/${domain}`);
const lambda = { 'Fn::GetAtt': [Match.stringLikeRegexp('^DigestLambdaFunction'), 'Arn'] };
const lost = {
  'Fn::GetStackOutput': Match.objectLike({ OutputName: Match.stringLikeRegexp('Undelivered') }),
};

interface Policy {
  readonly Properties: {
    readonly PolicyDocument: { readonly Statement: readonly { Action: unknown; Resource: unknown }[] };
    readonly Roles: readonly unknown[];
  };
}

describe('the digest', () => {
  it('is scheduled every day at 16:00 UTC, and receives the time that it was scheduled for', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 16 * * ? *)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      Target: {
        Arn: lambda,
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        DeadLetterConfig: { Arn: lost },
        RetryPolicy: { MaximumEventAgeInSeconds: 7_200, MaximumRetryAttempts: 20 },
      },
    });
  });

  it('lies in a queue where its function failed on it three times', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: lost } },
    });
  });

  it('reads runs, what is due, licences, customers, payments that wait and identities of senders, and writes to the operators alone', () => {
    const [policy] = Object.entries(template.findResources('AWS::IAM::Policy')).flatMap(([id, each]) =>
      id.startsWith('DigestLambdaRole') ? [each as Policy] : [],
    );
    const permissions = policy?.Properties.PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => `${String(action)} ${[Resource].flat().map(inWords).join(' ')}`),
    );
    expect(permissions?.toSorted()).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:BatchGetItem <StoreRunsArn>',
      'dynamodb:DeleteItem <StoreRunsArn>',
      'dynamodb:GetItem <StoreCustomersArn>',
      'dynamodb:GetItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:Query <StoreLicencesArn>/index/due <StorePaymentsArn>/index/listed',
      'dynamodb:Query <StoreRunsArn>',
      'kms:Decrypt <OperatorsKeyArn>',
      'kms:GenerateDataKey <OperatorsKeyArn>',
      'logs:CreateLogStream <DigestLambdaLogArn>',
      'logs:PutLogEvents <DigestLambdaLogArn>',
      `ses:GetEmailIdentity ${identities.join(' ')}`,
      'sns:Publish <OperatorsTopic>',
      'sqs:SendMessage <UndeliveredArn>',
      'xray:PutTelemetryRecords *',
      'xray:PutTraceSegments *',
    ]);
  });
});
