import type { Account } from '../account.ts';
import type { Functions } from '../functions/functions.ts';
import { uuidOf } from '../uuid.ts';
import { matches } from './pattern.ts';
import type { Rule } from './rule.ts';

/** What a service says to the bus. */
export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  /** UTC instant. */
  readonly time: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Lambda calls a function that was called by an event and failed two more times. */
const calls = 3;

/** The default event bus of EventBridge. */
export class EventBus {
  readonly #account: Account;
  readonly #functions: Functions;
  readonly #rules: Rule[] = [];
  #count = 0;

  constructor(account: Account, functions: Functions) {
    this.#account = account;
    this.#functions = functions;
  }

  add(rule: Rule): void {
    this.#rules.push(rule);
  }

  /** Hands an event to the functions of every rule that it matches, and waits until they have ended. */
  async put({ source, detailType, time, detail }: BusEvent): Promise<void> {
    this.#count += 1;
    const event = {
      version: '0',
      id: uuidOf(`event ${this.#count} ${JSON.stringify(detail)}`),
      'detail-type': detailType,
      source,
      account: this.#account.accountId,
      time,
      region: this.#account.region,
      resources: [],
      detail,
    };
    for (const { pattern, functionArns } of this.#rules) {
      if (!matches(pattern, event)) continue;
      for (const functionArn of functionArns) await this.#call(functionArn, JSON.stringify(event));
    }
  }

  /** A function that fails every time has said why in its log; on AWS the event lies in a queue then. */
  async #call(functionArn: string, event: string): Promise<void> {
    for (let call = 1; call <= calls; call += 1) {
      if ('payload' in (await this.#functions.invoke(functionArn, event))) return;
    }
  }
}
