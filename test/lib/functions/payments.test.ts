import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { licences, renewals: template } = synthesised();
const lost = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] };

interface Rule {
  readonly Properties: { readonly EventBusName: unknown; readonly EventPattern: object };
}

describe('payments that come in', () => {
  it('come in on a bus of their own', () => {
    licences.hasResourceProperties('AWS::Events::EventBus', { Name: 'perennial' });
    const rules = Object.values(template.findResources('AWS::Events::Rule')) as Rule[];
    const [rule] = rules.filter(({ Properties: { EventPattern: pattern } }) => !('source' in pattern));
    expect(rule?.Properties.EventPattern).toEqual({ 'detail-type': ['PaymentReceived'] });
    expect(inWords(rule?.Properties.EventBusName)).toMatch(/^<Bus/);
  });

  it('are tried again for a day, and lie in a queue where payment-received failed on them three times', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PaymentsLambda'), 'Arn'] },
          DeadLetterConfig: { Arn: lost },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        }),
      ],
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: Match.stringLikeRegexp('^PaymentsLambda') },
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: lost } },
    });
  });

  it.each(['PaymentsRejected', 'Undelivered'])(
    'lie encrypted in queue %s, which is reached by TLS only',
    (name) => {
      const [id = ''] = Object.keys(template.findResources('AWS::SQS::Queue')).filter((queue) =>
        queue.startsWith(name),
      );
      template.hasResource('AWS::SQS::Queue', {
        Properties: { SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 },
      });
      template.hasResourceProperties('AWS::SQS::QueuePolicy', {
        Queues: [{ Ref: id }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      });
    },
  );
});
