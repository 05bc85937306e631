import * as z from 'zod';
import type { Resource } from '../assembly/resolver.ts';

const api = z.looseObject({
  ProtocolType: z.literal('HTTP', 'the embedded cloud has HTTP APIs only'),
  CorsConfiguration: z.never('the embedded cloud knows no CORS of APIs').optional(),
});

const stage = z.looseObject({
  ApiId: z.string(),
  StageName: z.literal('$default', 'the embedded cloud has the stage $default only'),
  DefaultRouteSettings: z
    .looseObject({ ThrottlingRateLimit: z.number().optional(), ThrottlingBurstLimit: z.number().optional() })
    .default({}),
});

const integration = z.looseObject({
  IntegrationType: z.literal('AWS_PROXY', 'the embedded cloud has Lambda integrations only'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

const route = z.looseObject({
  ApiId: z.string(),
  RouteKey: z
    .string()
    .regex(
      /^(\$default|(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/\S*)$/,
      'a method and a path, or $default',
    ),
  Target: z.string(),
  AuthorizationType: z
    .enum(['NONE', 'AWS_IAM'], 'the embedded cloud has authorisation by IAM only')
    .default('NONE'),
});

/** The stage of an API: how many requests of a second it takes, and how many at once. */
export interface Stage {
  readonly apiId: string;
  readonly rate: number;
  readonly burst: number;
}

/** Which requests to an API go to which integration. */
export interface Route {
  readonly apiId: string;
  /** `$default`, or a method or `ANY` and a path, as in `ANY /api/{proxy+}`. */
  readonly key: string;
  readonly integrationId: string;
  readonly isSignedOnly: boolean;
}

/** Checks an API. Throws a ZodError for one that the embedded cloud cannot be. */
export function readApi(resource: Resource): void {
  api.parse(resource.properties());
}

/** Reads a stage; where it names no limits, those of an account hold. */
export function readStage(resource: Resource): Stage {
  const { ApiId, DefaultRouteSettings } = stage.parse(resource.properties());
  const { ThrottlingRateLimit = 10_000, ThrottlingBurstLimit = 5000 } = DefaultRouteSettings;
  return { apiId: ApiId, rate: ThrottlingRateLimit, burst: ThrottlingBurstLimit };
}

/** The ARN of the function that an integration calls. */
export function readIntegration(resource: Resource): string {
  return integration.parse(resource.properties()).IntegrationUri;
}

export function readRoute(resource: Resource): Route {
  const { ApiId, RouteKey, Target, AuthorizationType } = route.parse(resource.properties());
  return {
    apiId: ApiId,
    key: RouteKey,
    integrationId: Target.replace(/^integrations\//, ''),
    isSignedOnly: AuthorizationType === 'AWS_IAM',
  };
}
