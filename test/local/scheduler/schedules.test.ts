import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { roleSession } from '../../../local/iam/policies/principals.ts';
import { accountAt } from '../../../local/shared/account.ts';
import { parseCron } from '../../../local/scheduler/cron.ts';
import { firingsOn, inputOf, type Schedule } from '../../../local/scheduler/schedule.ts';
import {
  anyone,
  functionOf,
  invoke,
  machineArn,
  startTestCloud,
  stateMachineOf,
  tempFolder,
  writeAssembly,
  type Resources,
} from '../../support/local/assembly.ts';

function scheduleOf(expression: string, timeZone: string, name = 'daily'): Schedule {
  return {
    name,
    arn: `arn:aws:scheduler:us-east-1:000000000000:schedule/default/${name}`,
    group: 'default',
    role: roleSession('Anyone', name, accountAt('')),
    cron: parseCron(expression),
    timeZone,
    target: machineArn(),
    input: '{"at":"<aws.scheduler.scheduled-time>","id":"<aws.scheduler.execution-id>"}',
  };
}

function firedAt(date: string, ...schedules: Schedule[]): string[] {
  return firingsOn(Temporal.PlainDate.from(date), schedules).map(({ instant }) => instant.toString());
}

test.each([
  ['in winter', '2026-01-15', 'America/New_York', ['2026-01-15T11:00:00Z']],
  ['in summer', '2026-07-15', 'America/New_York', ['2026-07-15T10:00:00Z']],
  ['on the far side of the date line', '2026-01-15', 'Pacific/Auckland', ['2026-01-14T17:00:00Z']],
])('a daily schedule fires at its local time %s', (_, date, timeZone, instants) => {
  expect(firedAt(date, scheduleOf('cron(0 6 * * ? *)', timeZone))).toEqual(instants);
});

test('a local time that the clocks skip does not fire', () => {
  const schedule = scheduleOf('cron(30 2 * * ? *)', 'Europe/Berlin');
  expect(firedAt('2026-03-28', schedule)).toEqual(['2026-03-28T01:30:00Z']);
  expect(firedAt('2026-03-29', schedule)).toEqual([]);
});

test('a local time that the clocks repeat fires once', () => {
  expect(firedAt('2026-10-25', scheduleOf('cron(30 2 * * ? *)', 'Europe/Berlin'))).toEqual([
    '2026-10-25T00:30:00Z',
  ]);
});

test('schedules of one civil date fire in the order of time, not of name', () => {
  const schedules = [
    scheduleOf('cron(0 6 * * ? *)', 'America/Phoenix', 'a'),
    scheduleOf('cron(0 6 * * ? *)', 'Europe/London', 'b'),
    scheduleOf('cron(0 6 * * ? *)', 'Pacific/Auckland', 'c'),
  ];
  const firings = firingsOn(Temporal.PlainDate.from('2026-01-15'), schedules);
  expect(firings.map(({ schedule }) => schedule.name)).toEqual(['c', 'b', 'a']);
});

test.each([
  ['cron(0 6 ? * MON-FRI *)', '2026-01-16', 1],
  ['cron(0 6 ? * MON-FRI *)', '2026-01-17', 0],
  ['cron(0 6 ? * 1 *)', '2026-01-18', 1],
  ['cron(0 6 15 JAN,JUL ? *)', '2026-01-15', 1],
  ['cron(0 6 15 JAN,JUL ? *)', '2026-02-15', 0],
  ['cron(0/20 8-9 * * ? 2026-2027)', '2026-02-15', 6],
  ['cron(0/20 8-9 * * ? 2026-2027)', '2028-02-15', 0],
  ['cron(0 6 */10 * ? *)', '2026-01-21', 1],
])('%s fires on %s %i times', (expression, date, times) => {
  expect(firedAt(date, scheduleOf(expression, 'UTC'))).toHaveLength(times);
});

test.each([
  'cron(0 6 L * ? *)',
  'cron(0 25 * * ? *)',
  'cron(0 6 * * *)',
  'rate(1 day)',
  'cron(0/0 6 * * ? *)',
])('%s is refused', (expression) => {
  expect(() => parseCron(expression)).toThrow(expression.startsWith('rate') ? /not of the form/ : /cron/);
});

test('a firing fills in its scheduled time, and an id that is the same whenever it is repeated', () => {
  const inputs = [1, 2].map(() =>
    firingsOn(Temporal.PlainDate.from('2026-01-15'), [scheduleOf('cron(0 6 * * ? *)', 'UTC')]).map(inputOf),
  );
  expect(inputs[0]).toEqual(inputs[1]);
  expect(JSON.parse(inputs[0]?.[0] ?? '')).toEqual({
    at: '2026-01-15T06:00:00Z',
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
  });
});

function scheduleResource(timeZone: string, input: string, State = 'ENABLED'): Resources[string] {
  return {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: timeZone,
      State,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: { Ref: 'Machine' }, RoleArn: anyone, Input: input },
    },
  };
}

test('fireSchedules starts the targets, waits for them, and runs again when it is called again', async () => {
  const definition = {
    StartAt: 'Plan',
    States: {
      Plan: {
        Type: 'Choice',
        Choices: [{ Variable: '$.planId', StringEquals: 'good', Next: 'Done' }],
        Default: 'Failed',
      },
      Done: { Type: 'Succeed' },
      Failed: { Type: 'Fail', Error: 'LicencesFailed', Cause: 'one failed' },
    },
  };
  const cloud = await startTestCloud(
    writeAssembly({
      resources: {
        Machine: stateMachineOf(definition),
        London: scheduleResource('Europe/London', '{"planId":"good","at":"<aws.scheduler.scheduled-time>"}'),
        Auckland: scheduleResource('Pacific/Auckland', '{"planId":"bad"}'),
        Disabled: scheduleResource('UTC', '{}', 'DISABLED'),
      },
    }),
  );
  const first = await cloud.fireSchedules('2026-07-01');
  expect(first).toEqual([
    {
      name: 'App-Auckland-20260630T1800Z',
      executionArn: `${machineArn().replace('stateMachine', 'execution')}:App-Auckland-20260630T1800Z`,
      stateMachineArn: machineArn(),
      status: 'FAILED',
      input: { planId: 'bad' },
      error: 'LicencesFailed',
      cause: 'one failed',
      startDate: expect.any(Date) as Date,
      stopDate: expect.any(Date) as Date,
    },
    expect.objectContaining({
      name: 'App-London-20260701T0500Z',
      status: 'SUCCEEDED',
      output: { planId: 'good', at: '2026-07-01T05:00:00Z' },
    }),
  ]);
  const second = await cloud.fireSchedules('2026-07-01');
  expect(second.map(({ name }) => name)).toEqual([
    'App-Auckland-20260630T1800Z-2',
    'App-London-20260701T0500Z-2',
  ]);
  expect(second.map(({ input }) => input)).toEqual(first.map(({ input }) => input));
  await expect(cloud.fireSchedules('2026-02-30')).rejects.toThrow(RangeError);
});

test('executions of a day come one after the other, in the order of time', async () => {
  const note = `
    export const handler = async (event) => {
      console.log(event.step, event.plan);
      return event;
    };`;
  const task = (step: string) =>
    invoke('note', { Parameters: { FunctionName: 'note', Payload: { step, 'plan.$': '$.plan' } } });
  const definition = {
    StartAt: 'Look',
    States: { Look: { ...task('look'), Next: 'Act' }, Act: { ...task('act'), End: true } },
  };
  const data = tempFolder();
  const cloud = await startTestCloud(
    writeAssembly({
      handlers: { note },
      resources: {
        Note: functionOf('note'),
        Machine: stateMachineOf(definition),
        Auckland: scheduleResource('Pacific/Auckland', '{"plan":"first"}'),
        London: scheduleResource('Europe/London', '{"plan":"last"}'),
      },
    }),
    data,
  );
  const executions = await cloud.fireSchedules('2026-07-01');
  expect(executions.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  await cloud.stop();
  const lines = (await readFile(join(data, 'logs', 'note.log'), 'utf8')).trim().split('\n');
  expect(lines).toEqual(['look first', 'act first', 'look last', 'act last']);
});

test('fireFunctionSchedules calls functions with their input, and fireSchedules leaves them alone', async () => {
  const echo = 'export const handler = (event) => event.fails ? Promise.reject(new Error("no")) : event;';
  const scheduled = (timeZone: string, input: string) => {
    const { Type, Properties } = scheduleResource(timeZone, input);
    return {
      Type,
      Properties: {
        ...Properties,
        Target: { Arn: { 'Fn::GetAtt': ['Echo', 'Arn'] }, RoleArn: anyone, Input: input },
      },
    };
  };
  const cloud = await startTestCloud(
    writeAssembly({
      handlers: { echo },
      resources: {
        Echo: functionOf('echo'),
        London: scheduled('Europe/London', '{"at":"<aws.scheduler.scheduled-time>"}'),
        Phoenix: scheduled('America/Phoenix', '{"fails":true}'),
      },
    }),
  );
  expect(await cloud.fireSchedules('2026-07-01')).toEqual([]);
  expect(await cloud.fireFunctionSchedules('2026-07-01')).toEqual([
    { payload: '{"at":"2026-07-01T05:00:00Z"}' },
    { error: expect.objectContaining({ errorMessage: 'no' }) as unknown },
  ]);
});
