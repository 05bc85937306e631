import { Temporal } from 'temporal-polyfill';
import { invokeFunction } from '../iam/calls/lambda.ts';
import { startExecution } from '../iam/calls/states.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Meter } from '../meter/meter.ts';
import type { Account } from '../shared/account.ts';
import type { Clock } from '../shared/clock.ts';
import { parseJson, type Json } from '../shared/json.ts';
import type { ExecutionLog } from '../stepfunctions/api/execution-log.ts';
import type { StateMachines } from '../stepfunctions/interpreter/state-machines.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Outcome } from '../lambda/protocol.ts';
import { callsFunction, firingsOn, inputOf, type Firing, type Schedule } from './schedule.ts';

/** An execution that has ended. */
export interface FinishedExecution {
  readonly name: string;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly input: Json;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly startDate: Date;
  readonly stopDate: Date;
}

/** How reliable schedules are. */
export interface ScheduleWeather {
  /** Has everything arrive that is due by now. */
  readonly arrive: () => Promise<void>;
  /** How many milliseconds late a firing comes, for each time that it does. */
  readonly latenessOf: (firing: Firing) => readonly number[];
}

/** Each schedule fires once, on time. */
export const onTime: ScheduleWeather = { arrive: () => Promise.resolve(), latenessOf: () => [0] };

/** What schedules act on. */
export interface ScheduleServices {
  readonly account: Account;
  readonly permissions: Permissions;
  readonly functions: Functions;
  readonly machines: StateMachines;
  readonly log: ExecutionLog;
  readonly meter: Meter;
  readonly clock: Clock;
  readonly weather: ScheduleWeather;
}

/** A schedule that has fired, and what came of it: an execution that has ended, or a function's answer or error. */
export type Fired = { readonly schedule: string; readonly instant: Temporal.Instant } & (
  { readonly execution: FinishedExecution } | { readonly outcome: Outcome }
);

/**
 * Fires every schedule of a state machine that is due on a civil date and waits for the executions that it starts, one after
 * the other in the order of time.
 * @param date as `2026-01-15`
 * @throws RangeError when that is no date
 */
export async function fireSchedules(
  date: string,
  schedules: readonly Schedule[],
  services: ScheduleServices,
): Promise<FinishedExecution[]> {
  const ofMachines = schedules.filter((schedule) => !callsFunction(schedule));
  const finished: FinishedExecution[] = [];
  for (const firing of firingsOn(Temporal.PlainDate.from(date), ofMachines)) {
    finished.push(...(await eachTime(firing, services, () => startMachine(firing, services))));
  }
  return finished;
}

/**
 * Fires every schedule of a function that is due on a civil date and waits for what each call gives, one after the
 * other in the order of time. A call that fails is not repeated.
 * @throws RangeError when `date` is none
 */
export async function callFunctions(
  date: string,
  schedules: readonly Schedule[],
  services: ScheduleServices,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const firing of firingsOn(Temporal.PlainDate.from(date), schedules.filter(callsFunction))) {
    outcomes.push(...(await eachTime(firing, services, () => callFunction(firing, services))));
  }
  return outcomes;
}

/** Fires one schedule and waits for what it starts: once, or as often as the weather has it fire. */
export async function fire(firing: Firing, services: ScheduleServices): Promise<readonly Fired[]> {
  const { instant, schedule } = firing;
  const fired = { schedule: schedule.name, instant };
  return eachTime(firing, services, async (): Promise<Fired> =>
    callsFunction(schedule)
      ? { ...fired, outcome: await callFunction(firing, services) }
      : { ...fired, execution: await startMachine(firing, services) },
  );
}

/** What fires more than once does so at the same time. */
async function eachTime<Result>(
  firing: Firing,
  { clock, weather }: ScheduleServices,
  start: () => Promise<Result>,
): Promise<readonly Result[]> {
  const lateness = weather.latenessOf(firing);
  clock.advanceTo(clock.now() + Math.max(...lateness));
  await weather.arrive();
  return Promise.all(lateness.map(start));
}

async function callFunction(
  firing: Firing,
  { functions, permissions, account, meter }: ScheduleServices,
): Promise<Outcome> {
  const { role, target } = firing.schedule;
  meter.count('scheduler');
  permissions.check(role, invokeFunction(target, account));
  return functions.invoke(target, inputOf(firing));
}

async function startMachine(
  firing: Firing,
  { machines, log, permissions, meter }: ScheduleServices,
): Promise<FinishedExecution> {
  const { name: scheduleName, target: stateMachineArn } = firing.schedule;
  meter.count('scheduler');
  permissions.check(firing.schedule.role, startExecution(stateMachineArn));
  const machine = machines.find(stateMachineArn);
  if (machine === undefined)
    throw new Error(
      `schedule ${scheduleName} starts ${stateMachineArn}, which is no state machine of the assembly`,
    );
  const time = firing.instant.toString({ smallestUnit: 'minute' }).replaceAll(/[-:]/g, '');
  const executions = stateMachineArn.replace(':stateMachine:', ':execution:');
  let name = `${scheduleName.slice(0, 60)}-${time}`;
  for (let again = 2; log.has(`${executions}:${name}`); again += 1)
    name = `${scheduleName.slice(0, 60)}-${time}-${again}`;
  const { record, ended } = machines.start(machine, name, parseJson(inputOf(firing)));
  await ended;
  const { status, output, error, cause, startDate, stopDate = startDate } = record;
  return {
    name,
    executionArn: record.arn,
    stateMachineArn,
    status: status === 'RUNNING' ? 'FAILED' : status,
    input: record.input,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    startDate: new Date(startDate),
    stopDate: new Date(stopDate),
  };
}
