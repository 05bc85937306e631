import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { runHour } from '../../domain/time/run-time.ts';
import { schedulerRole } from './scheduler-role.ts';

export interface DailySchedulesProps {
  readonly plans: readonly Plan[];
  readonly stateMachine: StateMachine;
  /** For runs that could not be started. */
  readonly undelivered: IQueue;
}

/** Starts every plan's run at 06:00 in the plan's own time zone. */
export class DailySchedules extends Construct {
  constructor(scope: Construct, id: string, { plans, stateMachine, undelivered }: DailySchedulesProps) {
    super(scope, id);
    const group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    const role = schedulerRole(this, group);
    for (const plan of plans) {
      new Schedule(this, plan.id, {
        scheduleName: plan.id,
        scheduleGroup: group,
        description: `Daily run of ${plan.name} (${plan.vendor.name})`,
        schedule: ScheduleExpression.cron({
          minute: '0',
          hour: String(runHour),
          timeZone: TimeZone.of(plan.timeZone),
        }),
        target: new StepFunctionsStartExecution(stateMachine, {
          input: ScheduleTargetInput.fromObject({
            planId: plan.id,
            scheduledTime: ContextAttribute.scheduledTime,
          }),
          role,
          // After a start has failed for two hours, the operator decides: the next day's run catches up.
          maxEventAge: Duration.hours(2),
          retryAttempts: 20,
          deadLetterQueue: undelivered,
        }),
      });
    }
  }
}
