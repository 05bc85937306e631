import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { SiteSettings } from '../configuration/configuration.ts';
import { Site, type SiteProps } from './site.ts';

/** Requests of one second, and how many at once, that all visitors together may make. */
const throttle = { rateLimit: 50, burstLimit: 100 } as const;

/** Says what it takes to find faults, and neither who asked nor for which page: links are signed for their readers. */
const accessLog = {
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
} as const;

interface PagesApiProps {
  readonly description: string;
  readonly logRetention: RetentionDays;
  readonly named: SiteProps['named'];
  /** Its own domain; unset: it has the name that API Gateway gives it. */
  readonly site: SiteSettings | undefined;
}

/** An HTTP API for pages, throttled and with an access log; `address` is `https://HOST`, without a slash at its end. */
export function pagesApi(
  scope: Construct,
  { description, logRetention, named, site }: PagesApiProps,
): { readonly api: HttpApi; readonly address: string } {
  const api = new HttpApi(scope, 'Api', { description, createDefaultStage: false });
  const log = new LogGroup(scope, 'AccessLog', {
    retention: logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  });
  if (site === undefined) return { api, address: api.apiEndpoint };
  return { api, address: new Site(scope, 'Domain', { settings: site, api, stage, named }).address };
}
