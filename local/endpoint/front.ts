import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { asServiceError, send } from './protocols.ts';
import { serviceOf } from './caller.ts';

/** Answers the requests to one service. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** The one HTTP endpoint of a cloud. */
export interface Front {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** Says who answers for each service, by the name in its signature scope. */
  route(handlers: ReadonlyMap<string, Handler>): void;
  stop(): Promise<void>;
}

/**
 * Opens the endpoint; until `route` is called it knows no service.
 * @param port 0 for a free one
 * @throws when the port is taken
 */
export async function openFront(port: number): Promise<Front> {
  let routes: ReadonlyMap<string, Handler> = new Map();
  const server = createServer((request, response) => {
    void answer(routes, request, response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the endpoint has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    route: (handlers) => {
      routes = handlers;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A function URL is asked by browsers and mail programs, which sign nothing, or signed for Lambda. */
function isForFunction({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/lambda-url/');
}

async function answer(
  routes: ReadonlyMap<string, Handler>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const service = isForFunction(request) ? 'lambda-url' : serviceOf(request);
  const handler = service === undefined ? undefined : routes.get(service);
  if (handler === undefined) {
    const message =
      service === undefined
        ? 'the request is not signed, so the embedded cloud cannot tell which AWS service it is for'
        : `the embedded cloud has no ${service}; it has ${[...routes.keys()].join(', ')}`;
    send(response, 501, 'application/json', JSON.stringify({ __type: 'NotImplemented', message }));
    return;
  }
  try {
    await handler(request, response);
  } catch (error) {
    const { statusCode, code, message } = asServiceError(error);
    if (!response.headersSent)
      send(response, statusCode, 'application/json', JSON.stringify({ __type: code, message }));
  }
}
