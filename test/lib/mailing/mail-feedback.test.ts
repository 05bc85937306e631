import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { renewals: template } = synthesised();
const reports = { 'Fn::GetAtt': [Match.stringLikeRegexp('^MailFeedbackReports'), 'Arn'] };
const lost = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] };

interface EventDestination {
  readonly Properties: {
    readonly EventDestination: { readonly EventBridgeDestination: { readonly EventBusArn: unknown } };
  };
}

describe('the feedback of SES', () => {
  it('is published to the default bus: everything that says that SES has taken a mail', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: { Ref: Match.stringLikeRegexp('^SendersConfigurationSet') },
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['delivery', 'deliveryDelay', 'bounce', 'complaint'],
      },
    });
    const [destination] = Object.values(template.findResources('AWS::SES::ConfigurationSetEventDestination'));
    const { EventDestination: to } = (destination as EventDestination).Properties;
    expect(inWords(to.EventBridgeDestination.EventBusArn)).toBe(
      'arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:event-bus/default',
    );
  });

  it("is put into a queue, of this application's mails only, and tried again for a day", () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': [
          'Email Delivered',
          'Email Delivery Delayed',
          'Email Bounced',
          'Email Complaint Received',
        ],
        detail: {
          mail: {
            tags: { 'ses:configuration-set': [{ Ref: Match.stringLikeRegexp('^SendersConfigurationSet') }] },
          },
        },
      },
      Targets: [
        Match.objectLike({
          Arn: reports,
          DeadLetterConfig: { Arn: lost },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        }),
      ],
    });
  });

  it('is handed to mail-feedback many at a time, each for itself, and lies with the dead letters after five failures', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: reports,
      FunctionName: { Ref: Match.stringLikeRegexp('^MailFeedbackLambda') },
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 20,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { deadLetterTargetArn: lost, maxReceiveCount: 5 },
      SqsManagedSseEnabled: true,
      VisibilityTimeout: 360,
    });
  });

  it('is put there by the rule alone', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: Match.stringLikeRegexp('^MailFeedbackReports') }],
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
            Resource: reports,
            Condition: {
              ArnEquals: {
                'aws:SourceArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('^MailFeedbackRule'), 'Arn'] },
              },
            },
          },
        ],
      },
    });
  });
});
