import { expect, test } from 'vitest';
import { functionOf, startTestCloud, writeAssembly } from './support/assembly.ts';

const echo = `export const handler = async ({ requestContext, queryStringParameters, headers, body, isBase64Encoded }) => {
  if (queryStringParameters.fail === 'yes') throw new Error('out of luck');
  const said = isBase64Encoded ? Buffer.from(body, 'base64').toString() : '';
  const { method } = requestContext.http;
  return { statusCode: 201, headers: { 'content-type': 'text/plain', 'x-own': headers['x-asked'] ?? '' }, body: method + ' ' + queryStringParameters.token + ' ' + said };
};`;

const assembly = () =>
  writeAssembly({
    resources: {
      Echo: functionOf('echo'),
      Url: {
        Type: 'AWS::Lambda::Url',
        Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Echo', 'Arn'] } },
      },
    },
    outputs: { Address: { Value: { 'Fn::GetAtt': ['Url', 'FunctionUrl'] } } },
    handlers: { echo },
  });

test('a function answers at its URL, to whoever asks', async () => {
  const cloud = await startTestCloud(assembly());
  const address = cloud.outputs['Address'] ?? '';
  const got = await fetch(`${address}?token=a.b`, { headers: { 'x-asked': 'yes' } });
  expect([got.status, got.headers.get('x-own'), await got.text()]).toEqual([201, 'yes', 'GET a.b ']);
  const posted = await fetch(`${address}?token=c`, { method: 'POST', body: 'do=stop' });
  expect(await posted.text()).toBe('POST c do=stop');
});

test('where the function fails, its caller is not told why', async () => {
  const cloud = await startTestCloud(assembly());
  const failed = await fetch(`${cloud.outputs['Address'] ?? ''}?fail=yes`);
  expect(failed.status).toBe(502);
  expect(await failed.text()).not.toContain('out of luck');
});
