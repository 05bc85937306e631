import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, expect, test } from 'vitest';
import { clientOf, functionOf, sharedCloud } from '../../support/local/assembly.ts';

const cloud = sharedCloud({
  handlers: {
    text: 'export const handler = async ({ bytes }) => "x".repeat(bytes);',
    slow: 'export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 300)); };',
  },
  resources: {
    Text: functionOf('text'),
    Reserved: functionOf('slow', { ReservedConcurrentExecutions: 1 }),
  },
});

let lambda: LambdaClient;
beforeAll(() => {
  lambda = new LambdaClient({ ...clientOf(cloud()), maxAttempts: 1 });
});

const megabyte = 1024 * 1024;

function call(bytesOfEvent: number, InvocationType: 'RequestResponse' | 'Event') {
  const around = '{"bytes":1,"x":""}'.length;
  const Payload = JSON.stringify({ bytes: 1, x: 'x'.repeat(bytesOfEvent - around) });
  return lambda.send(new InvokeCommand({ FunctionName: 'text', InvocationType, Payload }));
}

test.each([
  ['RequestResponse', 6 * megabyte],
  ['Event', megabyte],
] as const)('an event of a call %s has %i bytes at the most', async (type, most) => {
  await expect(call(most, type)).resolves.toMatchObject({ StatusCode: type === 'Event' ? 202 : 200 });
  await expect(call(most + 1, type)).rejects.toMatchObject({
    name: 'RequestEntityTooLargeException',
    $metadata: { httpStatusCode: 413 },
    message: `${most + 1} byte payload is too large for the ${type} invocation type (limit ${most} bytes)`,
  });
});

test('an answer has 6 MB at the most', async () => {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: 'text', Payload: JSON.stringify({ bytes: 6 * megabyte + 100 }) }),
  );
  expect(answer.FunctionError).toBe('Unhandled');
  expect(JSON.parse(Buffer.from(answer.Payload ?? []).toString())).toMatchObject({
    errorType: 'Function.ResponseSizeTooLarge',
  });
});

test('a function runs no more often at once than is reserved for it; events wait for room', async () => {
  const first = lambda.send(new InvokeCommand({ FunctionName: 'slow' }));
  const second = lambda.send(new InvokeCommand({ FunctionName: 'slow' }));
  await expect(second).rejects.toMatchObject({
    name: 'TooManyRequestsException',
    $metadata: { httpStatusCode: 429 },
  });
  const event = lambda.send(new InvokeCommand({ FunctionName: 'slow', InvocationType: 'Event' }));
  await expect(event).resolves.toMatchObject({ StatusCode: 202 });
  await first;
});
