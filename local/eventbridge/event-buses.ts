import type { Account } from '../shared/account.ts';
import type { AsynchronousCalls } from '../lambda/asynchronous-calls.ts';
import { invokeFunction } from '../iam/calls/lambda.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import { servicePrincipal } from '../iam/policies/principals.ts';
import type { Meter } from '../meter/meter.ts';
import { uuidOf } from '../shared/uuid.ts';
import { defaultBus } from './bus-name.ts';
import { matches } from './pattern.ts';
import type { Rule } from './rule.ts';

/** What a service or an application says to a bus. */
export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  /** UTC instant. */
  readonly time: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The event buses of EventBridge, with their rules. */
export class EventBuses {
  readonly #account: Account;
  readonly #permissions: Permissions;
  readonly #calls: AsynchronousCalls;
  readonly #meter: Meter;
  readonly #names = new Set([defaultBus]);
  readonly #rules: Rule[] = [];
  #count = 0;

  constructor(account: Account, calls: AsynchronousCalls, permissions: Permissions, meter: Meter) {
    this.#account = account;
    this.#permissions = permissions;
    this.#calls = calls;
    this.#meter = meter;
  }

  provide(bus: string): void {
    this.#names.add(bus);
  }

  has(bus: string): boolean {
    return this.#names.has(bus);
  }

  add(rule: Rule): void {
    this.#rules.push(rule);
  }

  /**
   * Hands an event to the functions of every rule of a bus that it matches, and waits until they have ended.
   * @returns the event's id
   */
  async put({ source, detailType, time, detail }: BusEvent, bus = defaultBus): Promise<string> {
    this.#count += 1;
    const id = uuidOf(`event ${this.#count} ${JSON.stringify(detail)}`);
    const event = {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account: this.#account.accountId,
      time,
      region: this.#account.region,
      resources: [],
      detail,
    };
    if (!source.startsWith('aws.')) {
      this.#meter.countEvent(Buffer.byteLength(source + detailType + JSON.stringify(detail)));
    }
    for (const rule of this.#rules) {
      if (rule.bus !== bus || !matches(rule.pattern, event)) continue;
      const caller = servicePrincipal('events', rule.arn);
      for (const functionArn of rule.functionArns) {
        // An event that the function does not let the rule hand on is lost, as on AWS.
        const mayCall = this.#permissions.permits(
          caller,
          invokeFunction(functionArn, this.#account, rule.arn),
        );
        if (mayCall) await this.#calls.call(functionArn, JSON.stringify(event));
      }
    }
    return id;
  }
}
