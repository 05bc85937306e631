import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Issuer, openIssuer } from '../../support/issuer/issuer.ts';
import { functionOf, startTestCloud, writeAssembly } from '../../support/local/assembly.ts';

const echo = `export const handler = async ({ requestContext }) => requestContext.authorizer;`;
const api = { Ref: 'Api' };
const now = Date.parse('2026-03-10T12:00:00Z');
const seconds = now / 1000;

let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer(() => now);
});
afterAll(() => issuer.stop());

const route = (RouteKey: string, AuthorizationScopes?: readonly string[]) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: api,
    RouteKey,
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    AuthorizationType: 'JWT',
    AuthorizerId: { Ref: 'Authorizer' },
    ...(AuthorizationScopes !== undefined && { AuthorizationScopes }),
  },
});

/** An API whose routes take tokens, at noon of 10 March 2026. Gives how it answers a header. */
async function openApi() {
  const cloud = await startTestCloud(
    writeAssembly({
      resources: {
        Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api', ProtocolType: 'HTTP' } },
        Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: api, StageName: '$default' } },
        Echo: functionOf('echo'),
        Allowed: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            FunctionName: { Ref: 'Echo' },
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
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
        Authorizer: {
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: {
            ApiId: api,
            AuthorizerType: 'JWT',
            IdentitySource: ['$request.header.Authorization'],
            JwtConfiguration: { Issuer: issuer.url, Audience: ['console'] },
          },
        },
        Any: route('POST /any'),
        Scoped: route('POST /scoped', ['read', 'write']),
      },
      outputs: { Address: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } },
      handlers: { echo },
    }),
  );
  cloud.clock.set(new Date(now).toISOString());
  return async (path: string, authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await fetch(`${cloud.outputs['Address']}${path}`, { method: 'POST', headers });
    return { status: answer.status, json: await answer.json() };
  };
}

test('the function learns the claims of a token as texts', async () => {
  const ask = await openApi();
  const token = await issuer.token({
    claims: { aud: ['other', 'console'], groups: ['a b', 'c'], n: 1, yes: true, o: { p: 1 }, none: null },
  });
  for (const header of [`Bearer ${token}`, token])
    expect(await ask('/any', header)).toEqual({
      status: 200,
      json: {
        jwt: {
          claims: {
            iss: issuer.url,
            aud: '[other console]',
            iat: String(seconds - 1),
            exp: String(seconds + 600),
            groups: '[a b c]',
            n: '1',
            yes: 'true',
            o: '{"p":1}',
          },
          scopes: null,
        },
      },
    });
}, 60_000);

test('a token is refused unless all of it is as it has to be', async () => {
  const ask = await openApi();
  const statusOf = async (forged: Parameters<Issuer['token']>[0]) =>
    (await ask('/any', `Bearer ${await issuer.token(forged)}`)).status;
  const aud = 'console';
  expect(await statusOf({ claims: { aud } })).toBe(200);
  expect(await statusOf({ claims: { client_id: aud } })).toBe(200);
  for (const claims of [
    {},
    { aud: 'other' },
    { aud: 'other', client_id: aud },
    { aud, iss: 'https://login.example' },
    { aud, exp: seconds - 1 },
    { aud, exp: undefined },
    { aud, nbf: seconds + 60 },
    { aud, iat: seconds + 60 },
  ])
    expect([claims, await statusOf({ claims })]).toEqual([claims, 401]);
  expect(await statusOf({ claims: { aud }, byOther: true })).toBe(401);
  expect(await statusOf({ claims: { aud }, kid: undefined })).toBe(401);
  expect(await statusOf({ claims: { aud }, kid: 'unknown' })).toBe(401);
}, 60_000);

test('what is no token is refused', async () => {
  const ask = await openApi();
  const [head, , tail] = (await issuer.token({ claims: { aud: 'console' } })).split('.');
  const unsigned = Buffer.from('{"alg":"none","kid":"own"}').toString('base64url');
  for (const header of [
    undefined,
    'Bearer',
    'Bearer a.b.c',
    `Bearer ${head}.e30.${tail}`,
    `Bearer ${unsigned}.e30.`,
    `id_token=${await issuer.token({ claims: { aud: 'console' } })}`,
  ])
    expect(await ask('/any', header)).toEqual({ status: 401, json: { message: 'Unauthorized' } });
}, 60_000);

test('a route that names scopes takes a token that has one of them', async () => {
  const ask = await openApi();
  const judged = async (claims: object) =>
    ask('/scoped', `Bearer ${await issuer.token({ claims: { aud: 'console', ...claims } })}`);
  expect(await judged({})).toEqual({ status: 403, json: { message: 'Forbidden' } });
  expect((await judged({ scope: 'reading' })).status).toBe(403);
  expect(await judged({ scope: 'openid write' })).toMatchObject({
    status: 200,
    json: { jwt: { scopes: ['openid', 'write'] } },
  });
  expect((await judged({ scp: ['read'] })).status).toBe(200);
}, 60_000);
