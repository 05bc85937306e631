import { request as send } from 'node:http';
import { expect, test } from 'vitest';
import { functionOf, sharedCloud } from '../../support/local/assembly.ts';

const cloud = sharedCloud({
  resources: {
    Page: functionOf('page'),
    Url: {
      Type: 'AWS::Lambda::Url',
      Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Page', 'Arn'] } },
    },
  },
  outputs: { Address: { Value: { 'Fn::GetAtt': ['Url', 'FunctionUrl'] } } },
  handlers: { page: 'export const handler = async () => ({ body: "done" });' },
});

const signed = { authorization: 'Credential=local/20260101/us-east-1/lambda/aws4_request' };

/** Asks for a path of the cloud; fetch would not let a test choose the host. */
function post(
  path: string,
  headers: Record<string, string>,
  method = 'POST',
): Promise<[status: number, text: string]> {
  return new Promise((resolve, reject) => {
    const request = send(new URL(path, cloud().endpoint), { method, headers }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve([response.statusCode ?? 0, text]);
      });
    });
    request.on('error', reject);
    request.end(method === 'POST' ? 'do=stop' : undefined);
  });
}

const page = () => new URL(cloud().outputs['Address'] ?? '').pathname;

test('a host name that somebody has made to lead here is refused by its name', async () => {
  const { port } = new URL(cloud().endpoint);
  const [status, text] = await post(page(), { host: `rebound.example:${port}` });
  expect(status).toBe(403);
  expect(text).toContain(`rebound.example:${port}`);
  expect(await post(page(), { host: `localhost:${port}` })).toEqual([200, 'done']);
});

test('a web page of somebody else can neither post to a function nor call a service', async () => {
  const origin = 'https://evil.example';
  expect(await post(page(), { origin })).toEqual([403, expect.stringContaining(origin) as string]);
  expect((await post(page(), { origin: 'null', 'sec-fetch-site': 'cross-site' }))[0]).toBe(403);
  expect((await post('/2015-03-31/functions/page/invocations', { ...signed, origin }))[0]).toBe(403);
  expect((await post('/2015-03-31/functions/page/invocations', signed))[0]).toBe(200);
});

test('the form of a page of our own may be posted back, not to a service', async () => {
  const origin = cloud().endpoint;
  expect(await post(page(), { origin })).toEqual([200, 'done']);
  expect(await post(page(), { origin: 'null', 'sec-fetch-site': 'same-origin' })).toEqual([200, 'done']);
  expect((await post('/2015-03-31/functions/page/invocations', { ...signed, origin }))[0]).toBe(403);
});

test('what a page of somebody else embeds is not answered; a link to a page of our own may be followed', async () => {
  const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  const query = '?X-Amz-Credential=local/20260101/us-east-1/s3/aws4_request';
  expect((await post(`/bucket/key${query}`, embedded, 'GET'))[0]).toBe(403);
  expect((await post(page(), { ...embedded, 'sec-fetch-site': 'same-site' }, 'GET'))[0]).toBe(403);
  const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect(await post(page(), followed, 'GET')).toEqual([200, 'done']);
});
