import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import {
  anyone,
  functionOf,
  invoke,
  startTestCloud,
  stateMachineOf,
  tempFolder,
  writeAssembly,
  type Resources,
} from '../../support/local/assembly.ts';

/** At six in the morning of a time zone. */
function schedule(timeZone: string, target: object): Resources[string] {
  return {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: timeZone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: target,
        RoleArn: anyone,
        Input: JSON.stringify({ zone: timeZone, at: '<aws.scheduler.scheduled-time>' }),
      },
    },
  };
}

const application = (): string =>
  writeAssembly({
    handlers: {
      time: 'export const handler = async (event) => ({ ...event, sees: [new Date().toISOString(), new Date(Date.now()).toISOString(), Date().slice(11, 15)] });',
    },
    resources: {
      Time: functionOf('time'),
      Machine: stateMachineOf({ StartAt: 'Time', States: { Time: invoke('time', { End: true }) } }),
      Auckland: schedule('Pacific/Auckland', { Ref: 'Machine' }),
      Phoenix: schedule('America/Phoenix', { Ref: 'Machine' }),
      Digest: schedule('Europe/London', { 'Fn::GetAtt': ['Time', 'Arn'] }),
    },
  });

interface Answer {
  readonly now: string;
  readonly isMoved: boolean;
  readonly message: string;
  readonly fired: readonly {
    readonly at: string;
    readonly call?: object;
    readonly execution?: { readonly output: { readonly at: string; readonly sees: readonly string[] } };
  }[];
}

async function clockOf(cloud: Cloud, to?: string): Promise<Answer & { readonly status: number }> {
  const request = to === undefined ? {} : { method: 'POST', body: JSON.stringify({ to }) };
  const answer = await fetch(new URL('/clock', cloud.endpoint), request);
  return { ...((await answer.json()) as Answer), status: answer.status };
}

/** Like a cloud that was started on this day and never moved. */
async function cloudOn(instant: string, assembly: string, data: string): Promise<Cloud> {
  const cloud = await startCloud({ assembly, data });
  cloud.clock.advanceTo(Date.parse(instant));
  onTestFinished(() => cloud.stop());
  return cloud;
}

test('moving the clock fires every schedule in between once, in the order of time, and functions see that time', async () => {
  const cloud = await startTestCloud(application());
  cloud.clock.advanceTo(Date.parse('2040-01-10T14:00:00Z'));
  const { fired, now, isMoved } = await clockOf(cloud, '2040-01-12');
  expect(fired.map(({ at, call }) => `${at}${call === undefined ? '' : ' digest'}`)).toEqual([
    '2040-01-10T17:00:00Z',
    '2040-01-11T06:00:00Z digest',
    '2040-01-11T13:00:00Z',
    '2040-01-11T17:00:00Z',
    '2040-01-12T06:00:00Z digest',
    '2040-01-12T13:00:00Z',
  ]);
  expect(isMoved).toBe(true);
  expect(now).toMatch(/^2040-01-12T13:00:/);
  const outputs = fired.flatMap(({ execution }) => (execution === undefined ? [] : [execution.output]));
  expect(outputs).toHaveLength(4);
  for (const { at, sees } of outputs) {
    const [made = '', asked = '', year] = sees;
    expect(made.slice(0, 16)).toBe(at.slice(0, 16));
    expect(asked.slice(0, 16)).toBe(at.slice(0, 16));
    expect(year).toBe('2040');
  }
});

test('the clock does not go back, nor does it fire a schedule twice', async () => {
  const cloud = await startTestCloud(application());
  cloud.clock.advanceTo(Date.parse('2040-01-10T14:00:00Z'));
  await clockOf(cloud, '2040-01-11');
  for (const past of ['2040-01-11', '2040-01-01']) {
    const { status, message } = await clockOf(cloud, past);
    expect({ status, message }).toEqual({
      status: 409,
      message: expect.stringMatching(/^The clock is at 2040-01-11T13:00.*only moves forward/) as string,
    });
  }
  expect((await clockOf(cloud, '2040-01-12')).fired.map(({ at }) => at)).toEqual([
    '2040-01-11T17:00:00Z',
    '2040-01-12T06:00:00Z',
    '2040-01-12T13:00:00Z',
  ]);
  expect((await clockOf(cloud, 'tomorrow')).status).toBe(400);
});

test('a cloud that is started again goes on with its clock, and fires what came due meanwhile', async () => {
  const assembly = application();
  const data = tempFolder();
  onTestFinished(() => {
    rmSync(data, { recursive: true, force: true });
  });
  const first = await cloudOn('2040-01-10T14:00:00Z', assembly, data);
  await clockOf(first, '2040-01-11');
  await first.stop();
  const second = await cloudOn('2040-01-13T09:00:00Z', assembly, data);
  expect((await clockOf(second)).isMoved).toBe(true);
  const { fired } = await clockOf(second, '2040-01-13');
  expect(fired.map(({ at }) => at.slice(8, 10))).toEqual(['11', '12', '12', '12', '13', '13']);
});

test('a clock that was never moved is that of this machine', async () => {
  const cloud = await startTestCloud(application());
  const { now, isMoved } = await clockOf(cloud);
  expect(isMoved).toBe(false);
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
});
