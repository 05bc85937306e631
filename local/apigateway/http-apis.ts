import * as z from 'zod';
import type { Stack } from '../assembly/assembly.ts';
import { authorizerOf, callerOf } from '../endpoint/caller.ts';
import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import { type Front, openServer } from '../endpoint/front.ts';
import { invokeFunction } from '../iam/calls/lambda.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import { servicePrincipal } from '../iam/policies/principals.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Meter } from '../meter/meter.ts';
import { apiId } from '../resources/kinds.ts';
import { arn, type Account } from '../shared/account.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { Clock } from '../shared/clock.ts';
import { answerFrom, eventOf } from './event.ts';
import type { Authorizer, Route, Stage } from './resources.ts';
import { routeFor } from './routing.ts';
import { Throttle } from './throttle.ts';
import { type Judgement, Tokens } from './tokens.ts';

/** Most bytes of a request that an HTTP API takes. */
const mostBytes = 10 * 1024 * 1024;

/** What an API answers with. */
interface ApiServices {
  readonly account: Account;
  readonly clock: Clock;
  readonly functions: Functions;
  readonly permissions: Permissions;
  readonly meter: Pick<Meter, 'countApiRequest'>;
}

interface Services extends ApiServices {
  readonly tokens: Tokens;
}

/** The ids of the HTTP APIs of an assembly. */
export function apiIdsIn(stacks: readonly Stack[]): readonly string[] {
  return stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Api')
      .map(([logicalId]) => apiId({ stack: name, logicalId })),
  );
}

const mappingSchema = z.looseObject({
  ApiId: z.looseObject({ Ref: z.string() }),
  DomainName: z.looseObject({ Ref: z.string() }),
});

/** Which domains of an assembly lead to which of its APIs, by their ids. */
function domainsIn(stacks: readonly Stack[]): ReadonlyMap<string, string> {
  const mapped = stacks.flatMap(({ name, template }) =>
    Object.values(template.Resources)
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::ApiMapping')
      .map(({ Properties }): [string, string] => {
        const { ApiId, DomainName } = mappingSchema.parse(Properties);
        const idOf = (logicalId: string) => apiId({ stack: name, logicalId });
        return [idOf(DomainName.Ref), idOf(ApiId.Ref)];
      }),
  );
  return new Map(mapped);
}

/** The HTTP APIs of a cloud, each at a port of its own, as each has a host name of its own on AWS. */
export class HttpApis {
  /** `http://127.0.0.1:PORT` by the id of the API, and by that of a domain that leads to it. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly #fronts: readonly Front[];
  readonly #answers: ReadonlyMap<string, { answer?: (request: ServiceRequest) => Promise<ServiceAnswer> }>;
  readonly #integrations = new Map<string, string>();
  readonly #stages = new Map<string, Throttle>();
  readonly #authorizers = new Map<string, Authorizer>();
  readonly #routes: Route[] = [];

  private constructor(opened: readonly Opened[], domains: ReadonlyMap<string, string>) {
    this.#fronts = opened.map(({ front }) => front);
    const addresses = new Map(opened.map(({ id, front }) => [id, front.endpoint]));
    const ofDomains = [...domains].map(([domain, api]) => [domain, addresses.get(api) ?? ''] as const);
    this.addresses = new Map([...addresses, ...ofDomains]);
    this.#answers = new Map(opened.map(({ id, hook }) => [id, hook]));
  }

  /**
   * Opens a port for each API of an assembly: those that follow the port of the endpoint, so that addresses stay the same,
   * or free ones if that is not fixed.
   * @param port of the endpoint; 0 if it is not fixed
   * @throws when a port is taken
   */
  static async open(stacks: readonly Stack[], port: number): Promise<HttpApis> {
    const opened: Opened[] = [];
    for (const [index, id] of apiIdsIn(stacks).entries()) {
      const hook: Opened['hook'] = {};
      const front = await openServer(port === 0 ? 0 : port + 1 + index, (request, at) =>
        Promise.resolve(refuseForeignHost(request, at) ?? hook.answer?.(request)),
      );
      opened.push({ id, front, hook });
    }
    return new HttpApis(opened, domainsIn(stacks));
  }

  addIntegration(id: string, functionArn: string): void {
    this.#integrations.set(id, functionArn);
  }

  addAuthorizer(id: string, authorizer: Authorizer): void {
    this.#authorizers.set(id, authorizer);
  }

  addRoute(route: Route): void {
    this.#routes.push(route);
  }

  addStage({ apiId: id, rate, burst }: Stage): void {
    this.#stages.set(id, new Throttle(rate, burst));
  }

  /** Answers requests from now on. */
  serve(given: ApiServices): void {
    const services = { ...given, tokens: new Tokens(given.clock) };
    for (const [id, hook] of this.#answers) {
      hook.answer = async (request) => {
        const answer = await this.#answer(services, id, request);
        // What is throttled is not billed.
        if (answer.statusCode !== 429)
          services.meter.countApiRequest(Math.max(request.body.length, Buffer.byteLength(answer.body)));
        return answer;
      };
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#fronts.map((front) => front.stop()));
  }

  async #answer(services: Services, id: string, request: ServiceRequest): Promise<ServiceAnswer> {
    const { account, clock, functions, permissions } = services;
    const { method, url, body } = request;
    const path = url.split('?')[0] ?? '/';
    const throttle = this.#stages.get(id);
    if (throttle === undefined) return says(404, 'Not Found');
    if (body.length > mostBytes) return says(413, 'Request Entity Too Large');
    if (!throttle.take()) return says(429, 'Too Many Requests');
    const ofApi = this.#routes.filter((each) => each.apiId === id);
    const route = routeFor(ofApi, method, path);
    const functionArn = this.#integrations.get(route?.integrationId ?? '');
    if (route === undefined || functionArn === undefined) return says(404, 'Not Found');
    const judgement = await this.#judge(services, route, request);
    if (judgement.is === 'unauthorized') return unauthorized;
    if (judgement.is === 'forbidden') return says(403, 'Forbidden');
    const { authorizer } = judgement;
    const sourceArn = arn(account, 'execute-api', `${id}/$default/${route.key.replace(/^\S+ \//, 'ANY/')}`);
    const invoke = invokeFunction(functionArn, account, sourceArn);
    if (!permissions.permits(servicePrincipal('apigateway', sourceArn), invoke)) return failed;
    const event = eventOf(request, {
      account,
      apiId: id,
      routeKey: route.key,
      time: clock.now(),
      authorizer,
    });
    const outcome = await functions.invoke(functionArn, JSON.stringify(event)).catch((error: unknown) => {
      if (error instanceof ServiceError) return error;
      throw error;
    });
    if (outcome instanceof ServiceError)
      return outcome.statusCode === 413
        ? says(413, 'Request Entity Too Large')
        : says(503, 'Service Unavailable');
    return 'error' in outcome ? failed : answerFrom(outcome.payload);
  }

  /** Whether a route takes a request, and what its function learns about who asks. */
  async #judge(
    services: Services,
    { access, apiId: id }: Route,
    request: ServiceRequest,
  ): Promise<Judgement | { readonly is: 'in'; readonly authorizer: undefined }> {
    switch (access.by) {
      case 'anybody':
        return { is: 'in', authorizer: undefined };
      case 'signature': {
        const authorizer = signer(services, id, request);
        return authorizer === undefined ? { is: 'forbidden' } : { is: 'in', authorizer };
      }
      case 'token': {
        const authorizer = this.#authorizers.get(access.authorizerId);
        if (authorizer === undefined) return { is: 'unauthorized' };
        return services.tokens.judge(request, authorizer, access.scopes);
      }
    }
  }
}

interface Opened {
  readonly id: string;
  readonly front: Front;
  readonly hook: { answer?: (request: ServiceRequest) => Promise<ServiceAnswer> };
}

/** What a function learns about who signed a request, if that one may call the route; undefined otherwise. */
function signer(
  { account, permissions }: ApiServices,
  id: string,
  request: ServiceRequest,
): object | undefined {
  const path = request.url.split('?')[0] ?? '/';
  try {
    const caller = callerOf(request, account);
    const resource = arn(account, 'execute-api', `${id}/$default/${request.method}${path}`);
    const isAllowed =
      caller !== undefined &&
      permissions.permits(caller.principal, { action: 'execute-api:Invoke', resource });
    return isAllowed ? authorizerOf(caller, account) : undefined;
  } catch {
    return undefined;
  }
}

/** A host name of somebody else may have been made to lead to this machine. */
function refuseForeignHost({ headers }: ServiceRequest, port: number): ServiceAnswer | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return hosts.includes(headers['host'] ?? '') ? undefined : says(403, 'Forbidden');
}

const unauthorized: ServiceAnswer = {
  ...says(401, 'Unauthorized'),
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
};
const failed = says(500, 'Internal Server Error');

function says(statusCode: number, message: string): ServiceAnswer {
  return answerOf(statusCode, 'application/json', JSON.stringify({ message }));
}
