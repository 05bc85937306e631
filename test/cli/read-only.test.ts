import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceOf } from '../../local/front/service.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { synthesised } from '../lib/support/synthesis.ts';
import { openOperator, type Operator } from './support/operator.ts';

let operator: Operator;
let watcher: Server | undefined;
/** What has been asked for, as IAM calls it: `dynamodb:GetItem`. */
const asked = new Set<string>();

beforeAll(async () => {
  operator = await openOperator();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '', headers } = request;
      asked.add(`${serviceOf(request) ?? '?'}:${actionOf(method, headers['x-amz-target'], body.toString())}`);
      forward(new URL(url, operator.cloud.endpoint), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  watcher = server;
}, 300_000);
afterAll(async () => {
  watcher?.close();
  await operator.stop();
});

/** By the header of JSON protocols, the form of query protocols, and the method of S3. */
function actionOf(method: string, target: string | string[] | undefined, body: string): string {
  if (typeof target === 'string') return target.split('.').at(-1) ?? '';
  return new URLSearchParams(body).get('Action') ?? (method === 'GET' ? 'GetObject' : method);
}

test('the policy of those who only read is enough for every command that reads', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const ran = await operator.on('2026-06-01', ['run', vtubeLaserSmp.id, '--yes']);
  expect(ran.status).toBe(0);
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(watcher?.address() as AddressInfo).port}`;
  for (const command of [
    ['licence', 'show', licenceId],
    ['licence', 'list', '--plan', vtubeLaserSmp.id],
    ['entitlements', licenceId],
    ['forecast', '--from', '2026-06-01', '--to', '2026-08-31'],
    ['mails', 'list', licenceId],
    ['executions', 'list'],
    ['executions', 'show', vtubeLaserSmp.id, '2026-06-01'],
  ]) {
    const { status, err } = await operator.on('2026-06-01', command);
    expect({ command, status, err }).toMatchObject({ status: 0 });
  }
  process.env['AWS_ENDPOINT_URL'] = operator.cloud.endpoint;

  const [policy] = Object.values(synthesised().operations.findResources('AWS::IAM::ManagedPolicy'));
  const { Statement } = (policy as { Properties: { PolicyDocument: { Statement: { Action: string[] }[] } } })
    .Properties.PolicyDocument;
  const allowed = new Set(Statement.flatMap(({ Action }) => Action));
  expect([...asked].filter((action) => !allowed.has(action))).toEqual([]);
  expect([...asked]).toContain('dynamodb:BatchGetItem');
}, 300_000);
