import type { HandledMessages } from '../../../contracts/delivery/queued-messages.ts';
import type { Handler } from '../../../contracts/deployment/handlers.ts';
import { type Firing, inputOf } from '../../../local/scheduler/schedule.ts';
import { ModelDynamoDb } from '../dynamodb/service.ts';
import { ModelTable } from '../dynamodb/table.ts';
import { ModelKms } from '../services/kms.ts';
import { ModelS3 } from '../services/s3.ts';
import { ModelSes } from '../services/ses.ts';
import { ModelStepFunctions } from '../states/executions.ts';
import { type Json, StatesError } from '../states/paths.ts';
import type { Application } from './application.ts';
import { Concurrency } from './concurrency.ts';
import type { Weather } from './faults.ts';
import { forgetHandlers, giveBack, instanceOf } from './handlers.ts';
import { liveUnder } from './sdk.ts';
import type { Service } from './service.ts';
import { Sky, type Trace } from './sky.ts';
import { troubleOn } from './account.ts';
import { Feedback } from './feedback.ts';
import { type Invocation, running, World } from './world.ts';
import { Random } from '../../../local/weather/random.ts';

/** Where and under which weather an application is deployed. */
export interface Setting {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly weather: Weather;
  /** What may happen, by its id; unset: everything that the seed wants. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly trace?: Trace | undefined;
}

/** An event that no function took. */
interface DeadLetter {
  readonly handler: Handler;
  readonly event: unknown;
  readonly why: string;
}

type Input = Readonly<Record<string, unknown>>;

/** The application deployed into a world of its own: every table is empty, no mail was sent. */
export class Deployment {
  readonly application: Application;
  readonly world: World;
  readonly sky: Sky;
  readonly database: ModelDynamoDb;
  readonly s3 = new ModelS3();
  readonly ses: ModelSes;
  /** Events that no function took, however often they were handed to it. */
  readonly deadLetters: DeadLetter[] = [];
  readonly feedback: Feedback;
  /** Messages of the application to queues and topics. */
  readonly messages: Input[] = [];
  readonly #kms = new ModelKms();
  readonly #states: ModelStepFunctions;
  #invocations = 0;

  constructor(application: Application, { seed, start, weather, only, trace }: Setting) {
    this.application = application;
    this.world = new World(start, new Random(seed));
    const tables = application.tables.map(
      ({ name, keys, indexes }) => [name, new ModelTable(keys, indexes)] as const,
    );
    this.database = new ModelDynamoDb(new Map(tables));
    this.sky = new Sky(
      this.world,
      weather,
      (service, command, input, lag) => this.#answer(service, command, input, lag),
      { only, trace },
    );
    this.feedback = new Feedback(this.world, this.sky, (event) => this.queue('mail-feedback', event));
    this.ses = new ModelSes((mail) => {
      this.feedback.follow(mail);
    });
    const concurrency = new Concurrency(this.sky);
    this.#states = new ModelStepFunctions(application, this.world, this.s3, (handler, event, timeout) => {
      concurrency.admit(handler);
      return this.call(handler, event, timeout);
    });
    liveUnder(this.sky);
    forgetHandlers();
    const settings = [...application.functions.values()].map(({ environment }) => environment);
    Object.assign(process.env, ...settings);
  }

  table(outputKey: string): ModelTable {
    const name = this.application.outputs[outputKey] ?? '';
    const table = this.database.tables.get(name);
    if (table === undefined) throw new Error(`the application has no table ${outputKey}`);
    return table;
  }

  /** Calls a function and waits for its answer. Throws what it throws, or `StatesError` where it was killed. */
  call(handler: Handler, event: unknown, timeoutMilliseconds: number): Promise<unknown> {
    return this.world.run(() => this.#call(handler, event, timeoutMilliseconds));
  }

  async #call(handler: Handler, event: unknown, timeoutMilliseconds: number): Promise<unknown> {
    const instance = await instanceOf(handler);
    this.#invocations += 1;
    const context = {
      awsRequestId: `request-${this.#invocations}`,
      functionName: handler,
      getRemainingTimeInMillis: () => timeoutMilliseconds,
    };
    return new Promise((resolve, reject) => {
      const invocation: Invocation = {
        functionName: handler,
        isStopped: false,
        mails: new Set(),
        fail: (name, message) => {
          reject(new StatesError(name, message));
        },
      };
      const callOff = this.world.after(timeoutMilliseconds, () => {
        this.sky.stop(invocation);
        invocation.fail('Sandbox.Timedout', `${handler} timed out`);
      });
      running.run(invocation, () => {
        instance(JSON.parse(JSON.stringify(event)), context)
          .finally(() => {
            callOff();
            if (!invocation.isStopped) giveBack(handler, instance);
          })
          .then(resolve, reject);
      });
    });
  }

  /**
   * Hands an event to a function as EventBridge does: again twice, a minute and two later, then to a queue. Gives
   * whether the function took it.
   */
  async handOver(handler: Handler, event: unknown): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.call(handler, event, 60_000);
        return true;
      } catch (error) {
        if (attempt === 3) {
          this.deadLetters.push({ handler, event, why: String(error) });
          return false;
        }
        await this.world.sleep(attempt * 60_000);
      }
    }
  }

  /**
   * Puts an event into a queue from which a function takes it, as SQS does: after some seconds, and again some minutes
   * later where the function keeps it there. Gives whether the function took it.
   */
  async queue(handler: Handler, event: unknown): Promise<boolean> {
    for (let received = 1; ; received += 1) {
      const message = { messageId: `message-${received}`, body: JSON.stringify(event) };
      const why = await this.call(handler, { Records: [message] }, 60_000).then(failureIn, String);
      if (why === undefined) return true;
      if (received === 5) {
        this.deadLetters.push({ handler, event, why });
        return false;
      }
      await this.world.sleep(360_000);
    }
  }

  /** Has the operators take up what lies in the queue of dead letters. */
  async redrive(): Promise<void> {
    const letters = this.deadLetters.splice(0);
    for (const { handler, event } of letters) {
      if (handler !== 'mail-feedback') await this.handOver(handler, event);
      else if (await this.queue(handler, event)) this.feedback.noteTaken(event);
    }
  }

  /** What a schedule starts when it fires. */
  fire(firing: Firing, again = 1): Promise<unknown> {
    const { target, name } = firing.schedule;
    const input = JSON.parse(inputOf(firing)) as Json;
    const time = firing.instant.toString().replaceAll(/[-:]/g, '');
    if (target.includes(':stateMachine:'))
      return this.#states.execute(target, `${name}-${time}-${again}`, input);
    const handler = this.application.functions.get(target)?.handler;
    if (handler === undefined) throw new Error(`there is no function ${target}`);
    return this.handOver(handler, input);
  }

  #answer(service: Service, command: string, input: Input, lag: number): object {
    switch (service) {
      case 'dynamodb':
        return this.database.answer(command, input, { now: this.world.now, lag });
      case 's3':
        return this.s3.answer(command, input);
      case 'kms':
        return this.#kms.answer(command, input);
      case 'ses':
        return this.ses.answer(command, input, this.world.now, troubleOn(this.sky));
      case 'sns':
      case 'sqs':
        this.messages.push(input);
        return { MessageId: `message-${this.messages.length}` };
      case 'states':
        return this.#states.answer(command, input);
    }
  }
}

/** Why a function left a message in its queue; undefined where it took all. */
function failureIn(answer: unknown): string | undefined {
  const { batchItemFailures } = answer as HandledMessages;
  return batchItemFailures.length === 0 ? undefined : 'left in the queue';
}
