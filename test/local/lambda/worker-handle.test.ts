import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { AnswerFunction } from '../../../local/lambda/protocol.ts';
import { WorkerHandle } from '../../../local/lambda/worker-handle.ts';
import { Clock } from '../../../local/shared/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'perennial-worker-'));
const file = join(folder, 'index.mjs');
// Asks the cloud, and once more where there is no answer.
writeFileSync(
  file,
  `import http from 'node:http';
  const ask = () => new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: 65124, path: '/', method: 'GET', headers: {} };
    http.request(options, () => resolve('answered')).on('error', reject).end();
  });
  export const handler = () => ask().catch(({ code }) => ask().then((answer) => code + ', then ' + answer));`,
);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function workerAsking(ask: AnswerFunction): WorkerHandle {
  const settings = { file, exportName: 'handler', functionName: 'f', functionArn: 'arn:f', memoryMb: 128 };
  const worker = new WorkerHandle(
    { ...settings, endpoint: 'http://127.0.0.1:65124' },
    {},
    () => undefined,
    ask,
  );
  onTestFinished(() => worker.stop());
  return worker;
}

const answer = { statusCode: 200, headers: {}, body: '' };

test('a function whose connection is cut off sees that, and can ask again', async () => {
  let asked = 0;
  const worker = workerAsking(() => {
    asked += 1;
    return Promise.resolve(asked === 1 ? undefined : answer);
  });
  const outcome = await worker.call('r-1', '{}', 30_000, new Clock());
  expect(outcome).toEqual({ payload: '"ECONNRESET, then answered"' });
});

test('a function that dies while it asks ends with that error, asks nothing more, and takes no other call', async () => {
  const names: string[] = [];
  const worker = workerAsking((_request, { functionName, die }) => {
    names.push(functionName);
    die('Sandbox.Timedout', 'Task timed out after 60.00 seconds');
    return Promise.resolve(undefined);
  });
  const outcome = await worker.call('r-1', '{}', 30_000, new Clock());
  expect(outcome).toEqual({
    error: {
      errorType: 'Sandbox.Timedout',
      errorMessage: 'RequestId: r-1 Error: Task timed out after 60.00 seconds',
      trace: [],
    },
  });
  expect(worker.usable).toBe(false);
  await worker.stop();
  expect(names).toEqual(['f']);
});
