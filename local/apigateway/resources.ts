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
    .enum(['NONE', 'AWS_IAM', 'JWT'], 'the embedded cloud has authorisation by IAM and by JWT only')
    .default('NONE'),
  AuthorizerId: z.string().default(''),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const authorizer = z.looseObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT', 'the embedded cloud has JWT authorisers only'),
  IdentitySource: z.tuple(
    [z.string().regex(/^\$request\.(header|querystring)\.[\w-]+$/, 'a header or a parameter of the query')],
    'a JWT authoriser has one source of the token',
  ),
  JwtConfiguration: z.looseObject({ Issuer: z.url(), Audience: z.array(z.string()).min(1) }),
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
  readonly access: Access;
}

/** Who may call a route. */
type Access =
  | { readonly by: 'anybody' }
  | { readonly by: 'signature' }
  /** Whoever has a token that the authoriser takes, with one of the scopes if there are any. */
  | { readonly by: 'token'; readonly authorizerId: string; readonly scopes: readonly string[] };

/** Which tokens a JWT authoriser takes, and where it finds them. */
export interface Authorizer {
  readonly source: readonly [kind: 'header' | 'querystring', name: string];
  readonly issuer: string;
  readonly audience: readonly string[];
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
  const { ApiId, RouteKey, Target, ...authorization } = route.parse(resource.properties());
  return {
    apiId: ApiId,
    key: RouteKey,
    integrationId: Target.replace(/^integrations\//, ''),
    access: accessBy(authorization),
  };
}

function accessBy({
  AuthorizationType,
  AuthorizerId,
  AuthorizationScopes,
}: Pick<z.infer<typeof route>, 'AuthorizationType' | 'AuthorizerId' | 'AuthorizationScopes'>): Access {
  switch (AuthorizationType) {
    case 'NONE':
      return { by: 'anybody' };
    case 'AWS_IAM':
      return { by: 'signature' };
    case 'JWT':
      return { by: 'token', authorizerId: AuthorizerId, scopes: AuthorizationScopes };
  }
}

export function readAuthorizer(resource: Resource): Authorizer {
  const { IdentitySource, JwtConfiguration } = authorizer.parse(resource.properties());
  const [, kind, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(IdentitySource[0]) ?? [];
  return {
    source: [kind === 'querystring' ? 'querystring' : 'header', name],
    issuer: JwtConfiguration.Issuer,
    audience: JwtConfiguration.Audience,
  };
}
