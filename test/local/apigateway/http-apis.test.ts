import { request } from 'node:http';
import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { routeFor } from '../../../local/apigateway/routing.ts';
import { functionOf, startTestCloud, writeAssembly } from '../../support/local/assembly.ts';

const echo = `export const handler = async (event) => {
  const { rawPath, rawQueryString, cookies, body, isBase64Encoded, requestContext } = event;
  if (rawQueryString === 'fail') throw new Error('out of luck');
  if (rawPath === '/plain') return { cookie: cookies };
  const said = isBase64Encoded ? Buffer.from(body, 'base64').toString() : '';
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json', 'X-Own': 'yes' },
    cookies: ['a=1', 'b=2'],
    body: Buffer.from(JSON.stringify({ rawPath, rawQueryString, said, ...requestContext })).toString('base64'),
    isBase64Encoded: true,
  };
};`;

const api = { Ref: 'Api' };
const target = { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] };
const source = 'arn:aws:execute-api:us-east-1:000000000000:*';
const policy = (Resource: string) => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: {
    ManagedPolicyName: 'Callers',
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource }] },
  },
});

const assembly = ({ SourceArn = source, burst = 50 } = {}) =>
  writeAssembly({
    resources: {
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api', ProtocolType: 'HTTP' } },
      Stage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: {
          ApiId: api,
          StageName: '$default',
          DefaultRouteSettings: { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: burst },
        },
      },
      Echo: functionOf('echo'),
      Allowed: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          FunctionName: { Ref: 'Echo' },
          Action: 'lambda:InvokeFunction',
          Principal: 'apigateway.amazonaws.com',
          SourceArn,
        },
      },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: api,
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: { 'Fn::GetAtt': ['Echo', 'Arn'] },
          PayloadFormatVersion: '2.0',
        },
      },
      Pages: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: { ApiId: api, RouteKey: '$default', Target: target },
      },
      Signed: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: api,
          RouteKey: 'ANY /api/{proxy+}',
          Target: target,
          AuthorizationType: 'AWS_IAM',
        },
      },
      Callers: policy('arn:aws:execute-api:us-east-1:000000000000:*/$default/GET/api/mine'),
    },
    outputs: { Address: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } },
    handlers: { echo },
  });

const signed = (accessKeyId: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260115/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=a`,
});

test('an API answers at an address of its own, and hands requests on in payload format 2.0', async () => {
  const cloud = await startTestCloud(assembly());
  cloud.clock.set('2026-01-15T11:00:00Z');
  const address = cloud.outputs['Address'] ?? '';
  const got = await fetch(`${address}/quotes/Q-1?a=b%20c`, { method: 'POST', body: 'x=1' });
  expect([got.status, got.headers.get('x-own'), got.headers.getSetCookie()]).toEqual([
    201,
    'yes',
    ['a=1', 'b=2'],
  ]);
  expect(await got.json()).toMatchObject({
    rawPath: '/quotes/Q-1',
    rawQueryString: 'a=b%20c',
    said: 'x=1',
    routeKey: '$default',
    stage: '$default',
    domainName: new URL(address).host,
    timeEpoch: Date.parse('2026-01-15T11:00:00Z'),
    http: { method: 'POST', path: '/quotes/Q-1' },
  });
});

test('what has no status is the body of the answer; cookies come one by one', async () => {
  const cloud = await startTestCloud(assembly());
  const got = await fetch(`${cloud.outputs['Address']}/plain`, { headers: { cookie: 'a=1; b=2' } });
  expect([got.status, await got.json()]).toEqual([200, { cookie: ['a=1', 'b=2'] }]);
});

test('if the function fails, the caller does not learn why', async () => {
  const cloud = await startTestCloud(assembly());
  const got = await fetch(`${cloud.outputs['Address']}/?fail`);
  expect([got.status, await got.json()]).toEqual([500, { message: 'Internal Server Error' }]);
});

test('a function that does not let the API call it is not called', async () => {
  const cloud = await startTestCloud(
    assembly({ SourceArn: 'arn:aws:execute-api:us-east-1:000000000000:other/*' }),
  );
  const got = await fetch(`${cloud.outputs['Address']}/`);
  expect(got.status).toBe(500);
  expect(cloud.permissions().denied).toMatchObject([
    { principal: 'apigateway.amazonaws.com', action: 'lambda:InvokeFunction' },
  ]);
});

test('a route that requires IAM answers whoever may call it, and says who that is', async () => {
  const cloud = await startTestCloud(assembly());
  const ask = (path: string, headers = {}) => fetch(`${cloud.outputs['Address']}${path}`, { headers });
  expect((await ask('/api/mine')).status).toBe(403);
  expect((await ask('/api/mine', signed('AKIAIOSFODNN7EXAMPLE'))).status).toBe(403);
  expect((await ask('/api/other', signed('policy:Callers'))).status).toBe(403);
  expect((await ask('/api/mine', signed('policy:Callers'))).status).toBe(201);
  expect(await (await ask('/api/other', signed('local'))).json()).toMatchObject({
    authorizer: { iam: { userArn: `arn:aws:iam::000000000000:user/${userInfo().username}` } },
  });
});

test('a stage takes no more requests than it says', async () => {
  const cloud = await startTestCloud(assembly({ burst: 2 }));
  const ask = async () => (await fetch(`${cloud.outputs['Address']}/`)).status;
  expect([await ask(), await ask(), await ask()]).toEqual([201, 201, 429]);
  expect((await cloud.meter()).counts.apiGateway).toBe(2);
});

test('an API does not answer for a host name that leads to this machine', async () => {
  const cloud = await startTestCloud(assembly());
  const status = await new Promise((resolve) => {
    const { port } = new URL(cloud.outputs['Address'] ?? '');
    request({ port, host: '127.0.0.1', headers: { host: `evil.example:${port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

test('the most precise route takes a request', () => {
  const keys = [
    '$default',
    'ANY /api/{proxy+}',
    'GET /api/{proxy+}',
    'GET /api/quotes/{id}',
    'GET /api/quotes/new',
  ];
  const routes = keys.map((key) => ({
    apiId: 'a',
    key,
    integrationId: 'i',
    access: { by: 'anybody' as const },
  }));
  const chosen = (method: string, path: string) => routeFor(routes, method, path)?.key;
  expect(chosen('GET', '/')).toBe('$default');
  expect(chosen('GET', '/api')).toBe('$default');
  expect(chosen('POST', '/api/a/b')).toBe('ANY /api/{proxy+}');
  expect(chosen('GET', '/api/a/b')).toBe('GET /api/{proxy+}');
  expect(chosen('GET', '/api/quotes/7')).toBe('GET /api/quotes/{id}');
  expect(chosen('GET', '/api/quotes/new')).toBe('GET /api/quotes/new');
});
