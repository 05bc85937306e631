import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { environment } from '../../contracts/environment.ts';
import type { Handler } from '../../contracts/handlers.ts';
import { indexes } from '../../contracts/tables.ts';
import { bundleOf } from '../functions/bundle-of.ts';
import { acknowledgeWildcards, attributeOf } from '../security/acknowledge.ts';
import { deadLetters } from '../functions/event-lambda.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import type { AlarmTopic } from './alarm-topic.ts';
import { schedulerRole } from '../workflows/scheduler-role.ts';
import { AppFunction } from '../functions/app-function.ts';

export interface DigestProps {
  readonly store: LicenceTables;
  readonly operators: AlarmTopic;
  readonly dueShards: number;
  readonly logRetention: RetentionDays;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/** Writes to the operators every day at 16:00 UTC, when all time zones but the furthest east have run their day. */
export class Digest extends Construct {
  constructor(scope: Construct, id: string, props: DigestProps) {
    super(scope, id);
    const lost = deadLetters(this, 'Lost', 'a schedule and a function');
    const lambda = this.lambda(props, lost);
    const scheduleGroup = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    const role = schedulerRole(this, scheduleGroup);
    new Schedule(this, 'Schedule', {
      scheduleName: 'digest',
      scheduleGroup,
      description: 'Tells the operators what the runs did and what lies ahead',
      schedule: ScheduleExpression.cron({ minute: '0', hour: '16' }),
      target: new LambdaInvoke(lambda.function, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
        role,
        maxEventAge: Duration.hours(2),
        retryAttempts: 20,
        deadLetterQueue: lost,
      }),
    });
    acknowledgeWildcards(role, 'Every version of this function, and of no other.', [
      `${attributeOf(lambda.function, 'Arn')}:*`,
    ]);
  }

  private lambda(
    { store, operators, dueShards, logRetention, handlers }: DigestProps,
    lost: Queue,
  ): AppFunction {
    const folder = bundleOf(handlers, 'digest');
    const lambda = new AppFunction(this, 'Lambda', {
      description: 'Tells the operators what the runs did and what lies ahead',
      folder,
      timeout: Duration.minutes(15),
      memoryMiB: 1024,
      logRetention,
      environment: {
        [environment.licencesTable]: store.licences.tableName,
        [environment.runsTable]: store.runs.tableName,
        [environment.dueShards]: String(dueShards),
        [environment.operatorsTopic]: operators.topic.topicArn,
      },
    });
    lambda.allow('dynamodb', ['Query'], `${store.licences.tableArn}/index/${indexes.due}`);
    lambda.allow('dynamodb', ['BatchGetItem'], store.licences.tableArn);
    lambda.allow(
      'dynamodb',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
      store.runs.tableArn,
    );
    lambda.allow('sns', ['Publish'], operators.topic.topicArn);
    lambda.allow('kms', ['Decrypt', 'GenerateDataKey'], operators.key.keyArn);
    lambda.function.configureAsyncInvoke({
      maxEventAge: Duration.hours(2),
      retryAttempts: 2,
      onFailure: new SqsDestination(lost),
    });
    return lambda;
  }
}
