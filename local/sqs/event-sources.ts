import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Functions } from '../lambda/functions.ts';
import { handlerError, type Outcome } from '../lambda/protocol.ts';
import type { Meter } from '../meter/meter.ts';
import type { Fauxqs } from '../shared/fauxqs.ts';
import { parseJson } from '../shared/json.ts';
import { Mutex } from '../shared/mutex.ts';
import { type EventSource, type Redrive } from './event-source.ts';

interface Message {
  readonly messageId: string;
  readonly body: string;
  receives: number;
  readonly handled: () => void;
}

const failures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** SQS gives and deletes so many messages at a time. */
const messagesPerRequest = 10;

/**
 * Hands the messages of queues to the functions that take them: when a batch is full, when its window is over, and here
 * also when a call of another function has ended, so that whoever waits for that finds the messages handled. One that
 * fails is handed over again at once, without the pause that SQS makes, and in the end goes to the queue of dead letters.
 */
export class EventSources {
  readonly #functions: Functions;
  readonly #fauxqs: Fauxqs;
  readonly #meter: Meter;
  readonly #sources = new Map<string, EventSource>();
  readonly #redrives = new Map<string, Redrive>();
  readonly #waiting = new Map<string, Message[]>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #turn = new Mutex();

  constructor(functions: Functions, fauxqs: Fauxqs, meter: Meter) {
    this.#functions = functions;
    this.#fauxqs = fauxqs;
    this.#meter = meter;
    functions.afterCalls((functionName) => this.#afterCallOf(functionName));
  }

  add(source: EventSource): void {
    this.#sources.set(source.queueArn, source);
  }

  /** Makes known where the messages of a queue go in the end, where they go anywhere. */
  provide(queueArn: string, redrive: Redrive | undefined): void {
    if (redrive !== undefined) this.#redrives.set(queueArn, redrive);
  }

  /** Puts a message into a queue, and resolves when it is there; `handled` does so when it has left the queue. */
  async send(queueArn: string, body: string): Promise<{ readonly handled: Promise<void> }> {
    this.#meter.count('sqs', Buffer.byteLength(body));
    const source = this.#sources.get(queueArn);
    if (source === undefined) {
      await this.#sendTo(queueArn, body);
      return { handled: Promise.resolve() };
    }
    let resolve = (): void => undefined;
    const handled = new Promise<void>((handledNow) => {
      resolve = handledNow;
    });
    const waiting = this.#waiting.get(queueArn) ?? [];
    this.#waiting.set(queueArn, waiting);
    waiting.push({ messageId: randomUUID(), body, receives: 0, handled: resolve });
    if (waiting.length >= source.batchSize) void this.drain();
    else this.#timers.set(queueArn, this.#timers.get(queueArn) ?? this.#after(source));
    return { handled };
  }

  /** Hands over all messages that wait, and waits until they have left their queues. */
  async drain(): Promise<void> {
    if ([...this.#waiting.values()].every(({ length }) => length === 0)) return;
    await this.#turn.run(async () => {
      for (const source of this.#sources.values()) await this.#drainQueue(source);
    });
  }

  /** The same; timers do not keep the process alive, and end here. */
  async stop(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await this.drain();
  }

  #after({ queueArn, windowMs }: EventSource): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timers.delete(queueArn);
      void this.drain();
    }, windowMs).unref();
  }

  async #afterCallOf(functionName: string): Promise<void> {
    const isConsumer = [...this.#sources.values()].some((source) => source.functionName === functionName);
    if (!isConsumer) await this.drain();
  }

  async #drainQueue(source: EventSource): Promise<void> {
    const waiting = this.#waiting.get(source.queueArn) ?? [];
    while (waiting.length > 0) {
      const batch = waiting.splice(0, source.batchSize);
      const failed = await this.#handOver(source, batch);
      for (const message of batch) {
        if (!failed.has(message.messageId)) message.handled();
        else if (!(await this.#buried(source.queueArn, message))) waiting.push(message);
      }
    }
  }

  /** Gives the ids of the messages on which the function failed. */
  async #handOver(source: EventSource, batch: readonly Message[]): Promise<ReadonlySet<string>> {
    for (const message of batch) message.receives += 1;
    const Records = batch.map(({ messageId, body, receives }) => ({
      messageId,
      receiptHandle: messageId,
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN: source.queueArn,
    }));
    this.#countRequests(batch.length);
    const outcome = await this.#functions
      .invoke(source.functionName, JSON.stringify({ Records }))
      .catch((error: unknown): Outcome => ({ error: handlerError(error) }));
    const failed = failedOf(source, outcome) ?? batch.map(({ messageId }) => messageId);
    this.#countRequests(batch.length - failed.length);
    return new Set(failed);
  }

  async #buried(queueArn: string, message: Message): Promise<boolean> {
    const redrive = this.#redrives.get(queueArn);
    if (redrive === undefined || message.receives < redrive.maxReceiveCount) return false;
    await this.#sendTo(redrive.queueArn, message.body);
    message.handled();
    return true;
  }

  async #sendTo(queueArn: string, MessageBody: string): Promise<void> {
    const QueueUrl = queueArn.slice(queueArn.lastIndexOf(':') + 1);
    await this.#fauxqs.askSqs('SendMessage', { QueueUrl, MessageBody });
  }

  /** Receives or deletes of so many messages. */
  #countRequests(messages: number): void {
    for (let left = messages; left > 0; left -= messagesPerRequest) this.#meter.count('sqs');
  }
}

/** The ids of the messages that a function says it failed on; undefined where all of them failed. */
function failedOf({ reportsFailures }: EventSource, outcome: Outcome): readonly string[] | undefined {
  if (!('payload' in outcome)) return undefined;
  if (!reportsFailures) return [];
  const { data } = failures.safeParse(parseJson(outcome.payload));
  return data?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ?? [];
}
