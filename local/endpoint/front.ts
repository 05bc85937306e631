import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ServiceAnswer, ServiceRequest } from './exchange.ts';
import { refuseStrangers } from './origin.ts';
import { refusal, type Router } from './router.ts';

/** Most bytes of a request: more than any AWS service takes at once. */
const MOST_BYTES = 32 * 1024 * 1024;

/** An HTTP server of a cloud. */
export interface Front {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Answers a request that came in at a port; undefined cuts the connection off. */
export type AnswerAt = (request: ServiceRequest, port: number) => Promise<ServiceAnswer | undefined>;

/**
 * Opens the one endpoint of a cloud, on the loopback address only.
 * @param port 0 for a free one
 * @throws when the port is taken
 */
export async function openFront(port: number, router: Router): Promise<Front> {
  return openServer(
    port,
    async (request, at) => refuseStrangers(request, at) ?? (await router.answer(request)),
  );
}

/**
 * Opens an HTTP server on the loopback address.
 * @param port 0 for a free one
 * @throws when the port is taken
 */
export async function openServer(port: number, answerAt: AnswerAt): Promise<Front> {
  const server = createServer((request, response) => {
    answer(answerAt, request, response).catch(() => response.destroy());
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
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  answerAt: AnswerAt,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await read(incoming);
  const answered =
    request === undefined
      ? refusal(413, 'RequestEntityTooLargeException', `a request takes at most ${MOST_BYTES} bytes`)
      : await answerAt(request, incoming.socket.localPort ?? 0);
  if (answered === undefined) response.destroy();
  else send(response, answered);
}

function send(response: ServerResponse, { statusCode, headers, body, cookies = [] }: ServiceAnswer): void {
  response.writeHead(statusCode, {
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...headers,
    ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
  });
  response.end(body);
}

/** A whole request; undefined for one that is too long. */
async function read(incoming: IncomingMessage): Promise<ServiceRequest | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  await new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
    });
    incoming.on('end', resolve);
    incoming.on('error', reject);
  });
  if (bytes > MOST_BYTES) return undefined;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    [value ?? ''].flat().join(','),
  ]);
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}
