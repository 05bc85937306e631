import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import { clientOf, functionOf, tempFolder, writeAssembly } from '../../support/local/assembly.ts';

const look = `
  import { env } from 'node:process';
  let calls = 0;
  const load = () => import('./index.mjs');
  export const handler = async ({ text = '' }) => {
    calls += 1;
    console.log('seen', text);
    process.env.SEEN = text;
    const own = await load();
    return {
      calls,
      isItself: own.handler === handler,
      variable: process.env.GREETING,
      imported: env.GREETING,
      home: process.env.HOME ?? 'none',
      now: Date.now(),
      date: new Date().toISOString(),
      isDate: new Date(0) instanceof Date,
      year: new Date(2026, 0, 1).getFullYear(),
    };
  };`;

const end = `
  let calls = 0;
  export const handler = async ({ how }) => {
    calls += 1;
    if (how === 'exit') process.exit(3);
    if (how === 'throw') throw Object.assign(new Error('no such licence'), { name: 'LicenceNotFound' });
    if (how === 'last') await new Promise((resolve) => setTimeout(resolve, 5000));
    return calls;
  };`;

const data = tempFolder();
let cloud: Cloud;
let lambda: LambdaClient;

beforeAll(async () => {
  const greeting = (GREETING: string) => ({ Environment: { Variables: { GREETING } } });
  const assembly = writeAssembly({
    handlers: { look, end, broken: 'export const other = 1;' },
    resources: {
      One: functionOf('look', { FunctionName: 'one', ...greeting('kia ora') }),
      Two: functionOf('look', { FunctionName: 'two', ...greeting('grüß dich') }),
      End: functionOf('end', { Timeout: 1 }),
      Broken: functionOf('broken'),
    },
  });
  cloud = await startCloud({ assembly, data, sharesThread: true });
  lambda = new LambdaClient(clientOf(cloud));
}, 300_000);
afterAll(() => cloud.stop());

async function call(FunctionName: string, event: unknown = {}): Promise<unknown> {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  return JSON.parse(Payload?.transformToString() ?? 'null');
}

test('functions in one thread have modules, environments and a clock of their own', async () => {
  cloud.clock.set('2031-05-06T07:08:00Z');
  const seen = {
    isItself: true,
    home: 'none',
    now: expect.any(Number) as number,
    date: expect.stringMatching(/^2031-05-06T07:/) as string,
    isDate: true,
    year: 2026,
  };
  const first = { calls: 1, variable: 'kia ora', imported: 'kia ora' };
  expect(await call('one', { text: 'a' })).toEqual({ ...seen, ...first });
  expect(await call('two')).toEqual({ ...seen, calls: 1, variable: 'grüß dich', imported: 'grüß dich' });
  expect(await call('one')).toEqual({ ...seen, ...first, calls: 2 });
  expect(process.env['SEEN']).toBeUndefined();
  expect(new Date().getFullYear()).toBeLessThan(2031);
});

test('a function in the same thread that throws, exits or lasts too long ends its own call, in the same words', async () => {
  expect(await call('end', { how: 'throw' })).toMatchObject({ errorType: 'LicenceNotFound' });
  expect(await call('end')).toBe(2);
  expect(await call('end', { how: 'exit' })).toMatchObject({
    errorType: 'Runtime.ExitError',
    errorMessage: expect.stringMatching(/exit status 3$/) as string,
  });
  expect(await call('end')).toBe(1);
  expect(await call('end', { how: 'last' })).toMatchObject({ errorType: 'Sandbox.Timedout' });
  expect(await call('end')).toBe(1);
  expect(await call('broken')).toMatchObject({ errorType: 'Runtime.HandlerNotFound' });
});

test('what functions in one thread write to their console goes to the log of each', async () => {
  await call('one', { text: 'Käse' });
  await cloud.stop();
  expect(await readFile(join(data, 'logs', 'one.log'), 'utf8')).toContain('seen Käse\n');
});
