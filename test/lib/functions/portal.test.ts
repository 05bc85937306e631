import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, it, onTestFinished } from 'vitest';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { perennial } from '../../../lib/app.ts';
import { startCloud } from '../../../local/cloud.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { handlers, synthesised } from '../../support/lib/synthesis.ts';

const portal = {
  domain: 'my.vendor.example',
  certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c',
};
const withDomain = (settings: object) => ({
  stages: { ...configuration.stages, prod: { ...configuration.stages.prod, portal: settings } as never },
});

it("throttles the customer's page, and logs neither who asks nor for what", () => {
  const { renewals } = synthesised();
  const [stage] = Object.values(renewals.findResources('AWS::ApiGatewayV2::Stage')) as {
    Properties: { AccessLogSettings: { Format: string }; DefaultRouteSettings: object };
  }[];
  expect(stage?.Properties.DefaultRouteSettings).toEqual({
    ThrottlingRateLimit: 50,
    ThrottlingBurstLimit: 100,
  });
  expect(stage?.Properties.AccessLogSettings.Format).not.toMatch(/path|ip|agent|routeKey|identity|cookie/i);
});

it('lets everybody ask for pages, and only who signs by IAM for what is under /api/', () => {
  const { renewals } = synthesised();
  const routes = Object.values(renewals.findResources('AWS::ApiGatewayV2::Route')) as {
    Properties: { RouteKey: string; AuthorizationType?: string };
  }[];
  expect(routes.map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType])).toEqual([
    ['$default', 'NONE'],
    ['ANY /api/{proxy+}', 'AWS_IAM'],
  ]);
});

it("has the vendor's own domain, with its record in Route 53 or as an output", () => {
  const { renewals } = synthesised(withDomain(portal));
  renewals.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: portal.domain });
  renewals.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  renewals.hasOutput('NextStepPublishRecordOfPortal', { Value: Match.anyValue() });
  const zoned = synthesised(withDomain({ ...portal, hostedZone: 'Z0123456789' })).renewals;
  zoned.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'my.vendor.example.', Type: 'A' });
  expect(zoned.findOutputs('NextStepPublishRecordOfPortal')).toEqual({});
});

it('answers on the embedded cloud at an address of this machine, whatever its domain', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-portal-'));
  const assembly = join(folder, 'cdk.out');
  const bundles = join(folder, 'bundles');
  mkdirSync(bundles);
  const changed = { ...configuration, ...withDomain(portal) };
  for (const name of handlers.keys())
    writeFileSync(join(bundles, `${name}.mjs`), 'export const handler = () => {};');
  const bundled = new Map([...handlers.keys()].map((name) => [name, bundles]));
  perennial({ plans, handlers: bundled, configuration: changed, outdir: assembly }).synth();
  const cloud = await startCloud({ assembly, data: join(folder, 'data') });
  onTestFinished(async () => {
    await cloud.stop();
    rmSync(folder, { recursive: true });
  });
  expect(cloud.outputs[outputs.portalAddress]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
}, 300_000);
