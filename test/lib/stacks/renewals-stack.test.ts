import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { plans } from '../../../plans/index.ts';
import { inWords, synthesised, resourcesOf } from '../../support/lib/synthesis.ts';

const { renewals: template } = synthesised();

interface Schedule {
  readonly Properties: {
    readonly Target: { readonly Input: string; readonly RoleArn: unknown; readonly Arn: unknown };
  };
}

const schedules = Object.values(template.findResources('AWS::Scheduler::Schedule')) as Schedule[];

describe('the daily schedules', () => {
  it.each([
    ['smart-net-user-group', 'Pacific/Auckland'],
    ['netjapan-maintenance', 'Europe/London'],
    ['vtube-laser-smp', 'America/New_York'],
    ['smartertools-maintenance', 'America/Phoenix'],
    ['video-sma', 'Europe/Berlin'],
  ])('start %s at six in the morning, %s', (planId, timeZone) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: planId,
      State: 'ENABLED',
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: timeZone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Input: JSON.stringify({ planId, scheduledTime: '<aws.scheduler.scheduled-time>' }),
        RetryPolicy: { MaximumEventAgeInSeconds: 7200, MaximumRetryAttempts: 20 },
        DeadLetterConfig: {
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] },
        },
      },
    });
  });

  it('are one for each plan', () => {
    expect(schedules).toHaveLength(plans.length);
  });

  it('may start this state machine, and do nothing else', () => {
    expect(new Set(schedules.map(({ Properties }) => inWords(Properties.Target.RoleArn)))).toEqual(
      new Set(['<SchedulesRoleArn>']),
    );
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyName: Match.stringLikeRegexp('^SchedulesRole'),
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'states:StartExecution',
            Resource: { Ref: Match.stringLikeRegexp('^WorkflowStateMachine') },
          },
          {
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] },
          },
        ],
      },
    });
  });

  it('leave runs that could not be started in an encrypted queue, reached by TLS only', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ],
      },
    });
  });
});

it('says by which names the workflows are found', () => {
  template.hasOutput('RenewalStateMachine', {
    Value: { Ref: Match.stringLikeRegexp('^WorkflowStateMachine') },
  });
  template.hasOutput('UpdateStateMachine', {
    Value: { Ref: Match.stringLikeRegexp('^UpdateWorkflowStateMachine') },
  });
});

it('consists of the resources that were reviewed', () => {
  expect(resourcesOf(template)).toMatchSnapshot();
});
