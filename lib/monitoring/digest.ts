import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { senderDomains } from '../../domain/plan/sender.ts';
import { AppFunction, type FunctionSetup } from '../functions/app-function.ts';
import { acknowledgeWildcards, attributeOf } from '../security/acknowledge.ts';
import { LostCalls } from '../functions/dead-letter-queue.ts';
import {
  countsPayments,
  type Data,
  looksAtSenders,
  queriesIndex,
  usesCustomers,
  usesLicences,
  usesRuns,
  writesToOperators,
} from '../functions/uses.ts';
import type { AlarmTopic } from './alarm-topic.ts';
import { schedulerRole } from '../workflows/scheduler-role.ts';

export interface DigestProps {
  readonly plans: readonly Plan[];
  readonly data: Data;
  readonly operators: AlarmTopic;
  readonly setup: FunctionSetup;
  /** For days of which the digest could not be sent. */
  readonly undelivered: IQueue;
}

/** Writes to the operators every day at 16:00 UTC, when all time zones but the furthest east have run their day. */
export class Digest extends Construct {
  constructor(scope: Construct, id: string, { plans, data, operators, setup, undelivered }: DigestProps) {
    super(scope, id);
    const identities = senderDomains(plans).map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'digest',
      description: 'E-mails the operators what the runs did and what is due next',
      timeout: Duration.minutes(15),
      memoryMiB: 1024,
      uses: [
        queriesIndex(data, 'due'),
        usesLicences(data, 'BatchGetItem'),
        usesCustomers(data, 'GetItem'),
        countsPayments(data),
        usesRuns(data, 'BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
        looksAtSenders(identities),
        ...writesToOperators(operators.topic, operators.key),
      ],
    });
    lambda.function.configureAsyncInvoke({
      maxEventAge: Duration.hours(2),
      retryAttempts: 2,
      onFailure: new LostCalls(undelivered),
    });
    const scheduleGroup = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    const role = schedulerRole(this, scheduleGroup);
    new Schedule(this, 'Schedule', {
      scheduleName: 'digest',
      scheduleGroup,
      description: 'E-mails the operators what the runs did and what is due next',
      schedule: ScheduleExpression.cron({ minute: '0', hour: '16' }),
      target: new LambdaInvoke(lambda.function, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
        role,
        maxEventAge: Duration.hours(2),
        retryAttempts: 20,
        deadLetterQueue: undelivered,
      }),
    });
    acknowledgeWildcards(role, 'Every version of this function, and of no other.', [
      `${attributeOf(lambda.function, 'Arn')}:*`,
    ]);
  }
}
