import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { arn, type Account } from '../shared/account.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Role } from '../iam/policies/principals.ts';
import type { Resource } from '../assembly/resolver.ts';
import { scheduleGroupOf, scheduleName } from '../resources/kinds.ts';
import { uuidOf } from '../shared/uuid.ts';
import { parseCron, type Cron } from './cron.ts';

/** A schedule of EventBridge Scheduler that starts a state machine or calls a function. */
export interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly group: string;
  /** As which it calls its target. */
  readonly role: Role;
  readonly cron: Cron;
  readonly timeZone: string;
  /** ARN of the state machine or of the function. */
  readonly target: string;
  /** JSON text, in which `<aws.scheduler.…>` stands for what is known when it fires. */
  readonly input: string;
}

/** One firing of a schedule. */
export interface Firing {
  readonly schedule: Schedule;
  readonly instant: Temporal.Instant;
}

const properties = z.looseObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.looseObject({
    Arn: z
      .string()
      .regex(
        /:stateMachine:|:function:/,
        'only state machines and functions can be targets of schedules here',
      ),
    Input: z.string().default('{}'),
    RoleArn: z.string().default(''),
  }),
});

/**
 * Reads an `AWS::Scheduler::Schedule`; gives undefined for one that is disabled.
 * Throws for a target or an expression that the embedded cloud does not know.
 */
export function readSchedule(
  resource: Resource,
  account: Account,
  permissions: Permissions,
): Schedule | undefined {
  const {
    ScheduleExpression,
    ScheduleExpressionTimezone: timeZone,
    State,
    Target,
  } = properties.parse(resource.properties());
  if (State === 'DISABLED') return undefined;
  const name = scheduleName(resource);
  const group = scheduleGroupOf(resource);
  // What Scheduler names to the role is the group, not the schedule.
  const source = arn(account, 'scheduler', `schedule-group/${group}`);
  return {
    name,
    arn: arn(account, 'scheduler', `schedule/${group}/${name}`),
    group,
    role: permissions.assume('scheduler', Target.RoleArn, name, source),
    cron: parseCron(ScheduleExpression),
    timeZone,
    target: Target.Arn,
    input: Target.Input,
  };
}

/** Whether it calls a function, not a state machine. */
export function callsFunction({ target }: Schedule): boolean {
  return target.includes(':function:');
}

/**
 * When schedules fire on a civil date, each in its own time zone, in the order of time. A local
 * time that the clocks skip does not fire; one that they repeat fires once, the first time.
 */
export function firingsOn(date: Temporal.PlainDate, schedules: readonly Schedule[]): Firing[] {
  const firings = schedules.flatMap((schedule) =>
    schedule.cron.timesOn(date).flatMap((time) => {
      const local = date.toPlainDateTime(time);
      const moment = local.toZonedDateTime(schedule.timeZone, { disambiguation: 'earlier' });
      const isSkipped = !moment.toPlainDateTime().equals(local);
      return isSkipped ? [] : [{ schedule, instant: moment.toInstant() }];
    }),
  );
  return firings.sort(
    (a, b) =>
      Temporal.Instant.compare(a.instant, b.instant) || a.schedule.name.localeCompare(b.schedule.name),
  );
}

/** The input of a firing: the schedule's own, with what stands for its circumstances filled in. */
export function inputOf({ schedule, instant }: Firing): string {
  const scheduledTime = instant.toString({ smallestUnit: 'second' });
  const executionId = uuidOf(`${schedule.arn}/${scheduledTime}`);
  return schedule.input
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
