import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { Readable, Writable } from 'node:stream';
import type { ServiceAnswer, ServiceRequest } from './exchange.ts';

/** Answers a request to the cloud; undefined cuts the connection off. */
export type Ask = (request: ServiceRequest) => Promise<ServiceAnswer | undefined>;

/** The clouds that this thread asks in memory, by host and port. */
const clouds = new Map<string, Ask>();

/**
 * Has the AWS SDKs of this thread ask a cloud in memory instead of over HTTP, which would take most of the time of a
 * request. Other HTTP requests are not affected.
 * @param endpoint `http://127.0.0.1:PORT`
 * @returns ends it
 */
export function askInMemory(endpoint: string, ask: Ask): () => void {
  const { host } = new URL(endpoint);
  if (http.request !== requestInMemory) {
    Object.assign(http, { request: requestInMemory });
    syncBuiltinESMExports();
  }
  clouds.set(host, ask);
  return () => void clouds.delete(host);
}

const requestOverHttp = http.request;

/** Takes the place of `http.request`, in the form in which the SDK calls it: options, and who gets the response. */
function requestInMemory(
  ...args: [RequestOptions, (response: IncomingMessage) => void]
): ClientRequest | InMemoryRequest {
  const [options] = args;
  const ask = clouds.get(`${options.host}:${options.port}`);
  const isFromSdk = ask !== undefined && isText(options.path);
  return isFromSdk ? new InMemoryRequest(ask, ...args) : requestOverHttp(...args);
}

/** As much of a `ClientRequest` as the SDK knows. */
class InMemoryRequest extends Writable {
  /** One that is connected already and never idle. */
  readonly socket = {
    connecting: false,
    setTimeout: nothing,
    setKeepAlive: nothing,
    removeListener: nothing,
  };
  readonly #ask: Ask;
  readonly #options: RequestOptions;
  readonly #chunks: Buffer[] = [];

  constructor(ask: Ask, options: RequestOptions, onResponse: (response: IncomingMessage) => void) {
    super({ autoDestroy: false });
    this.#ask = ask;
    this.#options = options;
    this.once('response', onResponse);
    // Who asks before it sends a body may always send it.
    process.nextTick(() => this.emit('continue'));
  }

  override _write(chunk: Buffer, _encoding: string, callback: () => void): void {
    this.#chunks.push(chunk);
    callback();
  }

  override _final(callback: () => void): void {
    callback();
    this.#answer().catch((error: unknown) =>
      this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #answer(): Promise<void> {
    const { method = 'GET', path, headers } = this.#options;
    const named = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [
      name.toLowerCase(),
      String(value),
    ]);
    const answer = await this.#ask({
      method,
      url: path ?? '/',
      headers: Object.fromEntries(named),
      body: Buffer.concat(this.#chunks),
    });
    if (this.destroyed) return;
    if (answer === undefined) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    this.emit('response', responseOf(answer));
    this.destroy();
  }
}

/** As much of an `IncomingMessage` as the SDK knows. */
function responseOf({ statusCode, headers, body }: ServiceAnswer): Readable {
  const response = new Readable({ read: () => undefined });
  if (body.length > 0) response.push(body);
  response.push(null);
  return Object.assign(response, { statusCode, headers, complete: true });
}

function nothing(): void {
  // There is no connection to look after.
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
