import { clockPath } from '../clock/page.ts';
import { meterPath } from '../meter/page.ts';
import { serviceOf } from './caller.ts';
import { answerOf, type Handler, type ServiceAnswer, type ServiceRequest } from './exchange.ts';
import { asServiceError } from './protocols.ts';

/** Hands each request to the service that it is for. */
export class Router {
  #routes: ReadonlyMap<string, Handler> = new Map();

  /** Says who answers for each service, by the name in its signature scope. */
  route(handlers: ReadonlyMap<string, Handler>): void {
    this.#routes = handlers;
  }

  /** Answers a request; gives undefined where the connection is to be cut off instead. */
  async answer(request: ServiceRequest): Promise<ServiceAnswer | undefined> {
    const service = pageOf(request) ?? serviceOf(request);
    const handler = service === undefined ? undefined : this.#routes.get(service);
    if (handler === undefined) {
      const message =
        service === undefined
          ? 'the request is not signed, so the embedded cloud does not know which AWS service it is for'
          : `the embedded cloud has no ${service}; it has ${[...this.#routes.keys()].join(', ')}`;
      return refusal(501, 'NotImplemented', message);
    }
    try {
      return await handler(request);
    } catch (error) {
      const { statusCode, code, message } = asServiceError(error);
      return refusal(statusCode, code, message);
    }
  }
}

/** An answer that says why a request is refused. */
export function refusal(statusCode: number, code: string, message: string): ServiceAnswer {
  return answerOf(statusCode, 'application/json', JSON.stringify({ __type: code, message }));
}

/** Who answers what is not signed: a function at its URL, the pages that show mails, the meter, or the clock. */
function pageOf(request: ServiceRequest): 'lambda-url' | 'mails' | 'meter' | 'clock' | undefined {
  if (isForFunction(request)) return 'lambda-url';
  if (serviceOf(request) !== undefined) return undefined;
  if (request.url === meterPath) return 'meter';
  if (request.url === clockPath) return 'clock';
  return /^\/mails(\/|$)/.test(request.url) && request.method === 'GET' ? 'mails' : undefined;
}

/** A function URL is asked by browsers and mail programs, which sign nothing, or signed for Lambda. */
export function isForFunction({ url }: Pick<ServiceRequest, 'url'>): boolean {
  return url.startsWith('/lambda-url/');
}
