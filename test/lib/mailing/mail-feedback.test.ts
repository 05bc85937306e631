import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { renewals: template } = synthesised();
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

  it("is handed to mail-feedback, of this application's mails only, and tried again for a day", () => {
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
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MailFeedbackLambda'), 'Arn'] },
          DeadLetterConfig: { Arn: lost },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        }),
      ],
    });
  });

  it('lies in a queue where mail-feedback failed on it three times', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: Match.stringLikeRegexp('^MailFeedbackLambda') },
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: lost } },
    });
  });
});
