import type { Account } from '../shared/account.ts';
import type { AsynchronousCalls } from '../lambda/asynchronous-calls.ts';
import { invokeFunction } from '../iam/calls/lambda.ts';
import { sendMessage } from '../iam/calls/messages.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import { servicePrincipal } from '../iam/policies/principals.ts';
import type { Meter } from '../meter/meter.ts';
import { uuidOf } from '../shared/uuid.ts';
import type { EventSources } from '../sqs/event-sources.ts';
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

/** An event's id, and when it has left the queues that it was put into. */
interface Receipt {
  readonly id: string;
  readonly handled: Promise<void>;
}

/** The event buses of EventBridge, with their rules. */
export class EventBuses {
  readonly #account: Account;
  readonly #permissions: Permissions;
  readonly #calls: AsynchronousCalls;
  readonly #queues: EventSources;
  readonly #meter: Meter;
  readonly #names = new Set([defaultBus]);
  readonly #rules: Rule[] = [];
  #count = 0;

  constructor(
    account: Account,
    calls: AsynchronousCalls,
    queues: EventSources,
    permissions: Permissions,
    meter: Meter,
  ) {
    this.#account = account;
    this.#permissions = permissions;
    this.#calls = calls;
    this.#queues = queues;
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

  /** Hands an event to the targets of every rule of a bus that it matches, and waits until the functions have ended. */
  async put({ source, detailType, time, detail }: BusEvent, bus = defaultBus): Promise<Receipt> {
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
    const handled: Promise<void>[] = [];
    for (const rule of this.#rules) {
      if (rule.bus !== bus || !matches(rule.pattern, event)) continue;
      for (const target of rule.targets) {
        const handedOn = await this.#handOn(rule, target, JSON.stringify(event));
        handled.push(handedOn.handled);
      }
    }
    return { id, handled: Promise.all(handled).then(() => undefined) };
  }

  /** An event that the target does not let the rule hand on is lost, as on AWS. */
  async #handOn(rule: Rule, target: string, event: string): Promise<Pick<Receipt, 'handled'>> {
    const caller = servicePrincipal('events', rule.arn);
    const isQueue = target.split(':')[2] === 'sqs';
    const call = isQueue ? sendMessage(target, rule.arn) : invokeFunction(target, this.#account, rule.arn);
    if (this.#permissions.permits(caller, call)) {
      if (isQueue) return this.#queues.send(target, event);
      await this.#calls.call(target, event);
    }
    return { handled: Promise.resolve() };
  }
}
