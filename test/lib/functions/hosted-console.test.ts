import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { checkedConfiguration } from '../../../lib/configuration/configuration.ts';
import { perennial } from '../../../lib/app.ts';
import { checkSecurity } from '../../../lib/security/checks.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { handlers, synthesised } from '../../support/lib/synthesis.ts';

const console = {
  issuer: 'https://login.vendor.example/tenant',
  clientId: 'perennial-console',
  roles: { reader: ['readers'], operator: ['operators'] },
};
const site = {
  domain: 'console.vendor.example',
  certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c',
};
const withConsole = (settings: object) => {
  const { stages } = configuration;
  return { stages: { ...stages, prod: { ...stages.prod, console: settings as never } } };
};
const { operations, renewals } = synthesised(withConsole({ ...console, site }));

it('is not deployed unless the configuration has it, and then nobody may name a person', () => {
  const off = synthesised();
  off.operations.resourceCountIs('AWS::ApiGatewayV2::Api', 0);
  expect(JSON.stringify(off.renewals)).not.toContain('CONSOLE_ROLE');
  const [known] = Object.values(renewals.findResources('AWS::Lambda::Function'))
    .map((lambda) => lambda as { Properties: { Environment?: { Variables: Record<string, unknown> } } })
    .flatMap(({ Properties }) => Properties.Environment?.Variables['CONSOLE_ROLE'] ?? []);
  expect(known).toEqual({ 'Fn::Join': ['', ['PerennialConsole-', { Ref: 'AWS::Region' }]] });
});

it('takes a token of the issuer for the client on the one route that starts a session', () => {
  operations.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: console.issuer, Audience: [console.clientId] },
  });
  const routes = Object.values(operations.findResources('AWS::ApiGatewayV2::Route')) as {
    Properties: { RouteKey: string; AuthorizationType: string };
  }[];
  expect(routes.map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType])).toEqual([
    ['$default', 'NONE'],
    ['POST /sign-in/session', 'JWT'],
  ]);
});

it('reads by the policy of readers, and may besides use its key, its log and the operator function only', () => {
  operations.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    Description: Match.stringLikeRegexp('changes nothing'),
    Roles: [{ Ref: Match.stringLikeRegexp('^ConsoleLambdaRole') }],
  });
  const [policy] = Object.values(operations.findResources('AWS::IAM::Policy')).filter((each) =>
    JSON.stringify(each).includes('ConsoleLambdaRole'),
  ) as { Properties: { PolicyDocument: { Statement: { Action: string | string[] }[] } } }[];
  expect(policy?.Properties.PolicyDocument.Statement.flatMap(({ Action }) => Action).toSorted()).toEqual([
    'kms:GenerateMac',
    'lambda:InvokeFunction',
    'lambda:InvokeFunctionUrl',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ]);
});

it('has its own name, and says what to register at the sign-in service', () => {
  operations.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: site.domain });
  operations.hasOutput('NextStepPublishRecordOfConsole', { Value: Match.anyValue() });
  operations.hasOutput('NextStepRegisterConsole', { Value: Match.anyValue() });
});

it('breaks no rule of AwsSolutions that is not acknowledged', () => {
  const changed = { ...configuration, ...withConsole({ ...console, site }) };
  const app = perennial({ plans, configuration: changed, handlers });
  checkSecurity(app);
  expect(() => app.synth()).not.toThrow();
}, 300_000);

it.each([
  ['an issuer without TLS', { ...console, issuer: 'http://login.vendor.example' }, 'expected the issuer'],
  ['no client', { ...console, clientId: '' }, 'expected the id that the sign-in service gave'],
  ['nobody who may act', { ...console, roles: { operator: [] } }, 'expected one group or more'],
  ['a misspelt key', { ...console, rolls: {} }, 'rolls'],
])('%s is refused', (_, settings, why) => {
  expect(() => checkedConfiguration({ ...configuration, ...withConsole(settings) }, 'prod')).toThrow(why);
});
