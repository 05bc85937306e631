import { buildApp } from 'fauxqs';
import type { ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';
import type { Account } from './account.ts';

/** SQS and SNS by fauxqs, which is asked in memory and never listens on a port. Messages lie in memory. */
export class Fauxqs {
  readonly #app: ReturnType<typeof buildApp>;
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
    this.#app = buildApp({ logger: false, defaultRegion: account.region });
  }

  /** Answers a request to either service. */
  async answer({ method, url, headers, body }: ServiceRequest): Promise<ServiceAnswer> {
    const response = await this.#app.inject({
      method: method === 'GET' ? 'GET' : 'POST',
      url,
      headers: { ...headers, host: new URL(this.#account.endpoint).host },
      payload: body,
    });
    const own = Object.entries(response.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return { statusCode: response.statusCode, headers: Object.fromEntries(own), body: response.rawPayload };
  }

  /** Asks SQS, in its JSON protocol. @throws Error with what it answers where it refuses */
  async askSqs(operation: string, body: object): Promise<void> {
    await this.#ask(
      { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
      JSON.stringify(body),
    );
  }

  /** Asks SNS, in the query protocol. @throws Error with what it answers where it refuses */
  async askSns(action: string, members: Readonly<Record<string, string>>): Promise<void> {
    await this.#ask(
      { 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams({ Action: action, ...members }).toString(),
    );
  }

  async stop(): Promise<void> {
    await this.#app.close();
  }

  async #ask(headers: Readonly<Record<string, string>>, text: string): Promise<void> {
    const request = { method: 'POST', url: '/', headers, body: Buffer.from(text) };
    const { statusCode, body } = await this.answer(request);
    if (statusCode >= 400) throw new Error(body.toString());
  }
}
