import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import {
  clientOf,
  functionOf,
  startTestCloud,
  tempFolder,
  writeAssembly,
} from '../../support/local/assembly.ts';

async function call(lambda: LambdaClient, FunctionName: string, event: unknown = {}) {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  const answer: unknown = JSON.parse(Payload?.transformToString() ?? 'null');
  return { answer, error: FunctionError };
}

test('a handler sees its own environment, its context and no other credentials', async () => {
  const handler = `
    export const handler = async (event, context) => ({
      event,
      variable: process.env.GREETING,
      endpoint: process.env.AWS_ENDPOINT_URL,
      region: process.env.AWS_REGION,
      home: process.env.HOME ?? 'none',
      name: context.functionName,
      memory: context.memoryLimitInMB,
      requestId: typeof context.awsRequestId,
      remaining: context.getRemainingTimeInMillis() > 1000,
    });`;
  const cloud = await startTestCloud(
    writeAssembly({
      handlers: { greet: handler },
      resources: {
        Greet: functionOf('greet', { MemorySize: 256, Environment: { Variables: { GREETING: 'kia ora' } } }),
      },
    }),
  );
  const { answer, error } = await call(new LambdaClient(clientOf(cloud)), 'greet', { a: 1 });
  expect(error).toBeUndefined();
  expect(answer).toEqual({
    event: { a: 1 },
    variable: 'kia ora',
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    home: 'none',
    name: 'greet',
    memory: '256',
    requestId: 'string',
    remaining: true,
  });
});

test('an error comes back with its name and message, and the worker lives on', async () => {
  const handler = `
    let calls = 0;
    export const handler = async () => {
      calls += 1;
      if (calls === 1) throw Object.assign(new Error('no such licence'), { name: 'LicenceNotFound' });
      return calls;
    };`;
  const cloud = await startTestCloud(
    writeAssembly({ handlers: { fail: handler }, resources: { Fail: functionOf('fail') } }),
  );
  const lambda = new LambdaClient(clientOf(cloud));
  const failed = await call(lambda, 'fail');
  expect(failed.error).toBe('Unhandled');
  expect(failed.answer).toMatchObject({ errorType: 'LicenceNotFound', errorMessage: 'no such licence' });
  expect((await call(lambda, 'arn:aws:lambda:us-east-1:000000000000:function:fail:1')).answer).toBe(2);
});

test('a call that lasts too long ends as on Lambda, and the next one gets a new worker', async () => {
  const handler =
    'export const handler = async ({ ms }) => { await new Promise((resolve) => setTimeout(resolve, ms)); return "done"; };';
  const cloud = await startTestCloud(
    writeAssembly({ handlers: { slow: handler }, resources: { Slow: functionOf('slow', { Timeout: 1 }) } }),
  );
  const lambda = new LambdaClient(clientOf(cloud));
  const late = await call(lambda, 'slow', { ms: 5000 });
  expect(late.answer).toMatchObject({ errorType: 'Sandbox.Timedout' });
  expect((await call(lambda, 'slow', { ms: 0 })).answer).toBe('done');
});

test('a handler that runs out of memory, exits or leaves a promise rejected fails only its own call', async () => {
  const handler = `
    let calls = 0;
    export const handler = async ({ how }) => {
      calls += 1;
      if (how === 'exit') process.exit(3);
      if (how === 'reject') { Promise.reject(new Error('nobody waits')); await new Promise((resolve) => setTimeout(resolve, 200)); }
      if (how === 'memory') { const kept = []; for (;;) kept.push(new Array(1e6).fill({})); }
      return calls;
    };`;
  const cloud = await startTestCloud(
    writeAssembly({
      handlers: { die: handler },
      resources: { Die: functionOf('die', { MemorySize: 64, Timeout: 20 }) },
    }),
  );
  const lambda = new LambdaClient(clientOf(cloud));
  expect((await call(lambda, 'die', { how: 'exit' })).answer).toMatchObject({
    errorType: 'Runtime.ExitError',
  });
  expect((await call(lambda, 'die', { how: 'reject' })).answer).toMatchObject({
    errorType: 'Runtime.UnhandledPromiseRejection',
  });
  expect((await call(lambda, 'die', {})).answer).toBe(1);
  expect((await call(lambda, 'die', { how: 'memory' })).answer).toMatchObject({
    errorType: 'Runtime.OutOfMemory',
  });
  expect((await call(lambda, 'die', {})).answer).toBe(1);
  expect((await call(lambda, 'die', {})).answer).toBe(2);
});

test('console output goes to a file of the function', async () => {
  const data = tempFolder();
  const cloud = await startTestCloud(
    writeAssembly({
      handlers: { talk: 'export const handler = async () => { console.log("hello", 42); return null; };' },
      resources: { Talk: functionOf('talk') },
    }),
    data,
  );
  await call(new LambdaClient(clientOf(cloud)), 'talk');
  await cloud.stop();
  expect(await readFile(join(data, 'logs', 'talk.log'), 'utf8')).toContain('hello 42');
});

test('a call of a missing function gets an error that says so', async () => {
  const cloud = await startTestCloud(writeAssembly({}));
  await expect(call(new LambdaClient(clientOf(cloud)), 'nobody')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a function whose log cannot be written answers all the same, and the cloud goes on', async () => {
  const handler = `export const handler = async () => { console.log('a line'); return 'done'; };`;
  const data = tempFolder();
  const cloud = await startTestCloud(
    writeAssembly({ handlers: { greet: handler }, resources: { Greet: functionOf('greet') } }),
    data,
  );
  mkdirSync(join(data, 'logs', 'greet.log'));
  const lambda = new LambdaClient(clientOf(cloud));
  for (let time = 0; time < 2; time += 1)
    expect(await call(lambda, 'greet')).toEqual({ answer: 'done', error: undefined });
});
