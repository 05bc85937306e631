import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { functionOf, startTestCloud, writeAssembly } from '../../support/local/assembly.ts';

const echo = `export const handler = async ({ requestContext, queryStringParameters, headers, body, isBase64Encoded }) => {
  if (queryStringParameters.fail === 'yes') throw new Error('out of luck');
  const said = isBase64Encoded ? Buffer.from(body, 'base64').toString() : '';
  const { method } = requestContext.http;
  return { statusCode: 201, headers: { 'content-type': 'text/plain', 'x-own': headers['x-asked'] ?? '' }, body: method + ' ' + queryStringParameters.token + ' ' + said };
};`;

const assembly = (code = echo, AuthType = 'NONE') =>
  writeAssembly({
    resources: {
      Echo: functionOf('echo'),
      Url: {
        Type: 'AWS::Lambda::Url',
        Properties: { AuthType, TargetFunctionArn: { 'Fn::GetAtt': ['Echo', 'Arn'] } },
      },
    },
    outputs: { Address: { Value: { 'Fn::GetAtt': ['Url', 'FunctionUrl'] } } },
    handlers: { echo: code },
  });

test('a function answers at its URL, to whoever asks', async () => {
  const cloud = await startTestCloud(assembly());
  const address = cloud.outputs['Address'] ?? '';
  const got = await fetch(`${address}?token=a.b`, { headers: { 'x-asked': 'yes' } });
  expect([got.status, got.headers.get('x-own'), await got.text()]).toEqual([201, 'yes', 'GET a.b ']);
  const posted = await fetch(`${address}?token=c`, { method: 'POST', body: 'do=stop' });
  expect(await posted.text()).toBe('POST c do=stop');
});

test('if the function fails, its caller does not learn why', async () => {
  const cloud = await startTestCloud(assembly());
  const failed = await fetch(`${cloud.outputs['Address'] ?? ''}?fail=yes`);
  expect(failed.status).toBe(502);
  expect(await failed.text()).not.toContain('out of luck');
});

const context = `export const handler = async ({ requestContext }) => ({ body: JSON.stringify(requestContext) });`;
const signed = (accessKeyId: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260115/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=a`,
});

test('if the URL requires IAM, the function receives who signed, and unsigned requests are refused', async () => {
  const cloud = await startTestCloud(assembly(context, 'AWS_IAM'));
  const address = cloud.outputs['Address'] ?? '';
  const unsigned = await fetch(address);
  expect([unsigned.status, await unsigned.json()]).toEqual([403, { Message: 'Forbidden' }]);
  expect((await fetch(address, { headers: signed('AKIAIOSFODNN7EXAMPLE') })).status).toBe(403);
  const asked = await fetch(address, { headers: signed('local') });
  expect(await asked.json()).toMatchObject({
    authorizer: { iam: { userArn: `arn:aws:iam::000000000000:user/${userInfo().username}` } },
  });
});

test('a function receives the time of the cloud, which can be set', async () => {
  const cloud = await startTestCloud(assembly(context));
  const told = async () => {
    const answer = await fetch(cloud.outputs['Address'] ?? '');
    return ((await answer.json()) as { timeEpoch: number }).timeEpoch;
  };
  expect(Math.abs((await told()) - Date.now())).toBeLessThan(60_000);
  cloud.clock.set('2026-01-15T11:00:00Z');
  expect(await told()).toBe(Date.parse('2026-01-15T11:00:00Z'));
  cloud.clock.set(undefined);
  expect(Math.abs((await told()) - Date.now())).toBeLessThan(60_000);
  expect(() => {
    cloud.clock.set('tomorrow');
  }).toThrow('tomorrow');
});

test('a query that is no text ends neither the process nor the request', async () => {
  const cloud = await startTestCloud(assembly());
  const got = await fetch(`${cloud.outputs['Address'] ?? ''}?token=%zz`);
  expect([got.status, await got.text()]).toEqual([201, 'GET %zz ']);
  expect((await fetch(`${cloud.endpoint}/%zz?X-Amz-Credential=%zz`)).status).toBe(501);
});
