import type { Handler } from '../../../contracts/deployment/handlers.ts';
import { type Firing, inputOf } from '../../../local/scheduler/schedule.ts';
import { ModelDynamoDb } from '../dynamodb/service.ts';
import { ModelTable } from '../dynamodb/table.ts';
import { ModelKms } from '../services/kms.ts';
import { ModelS3 } from '../services/s3.ts';
import { ModelSes } from '../services/ses.ts';
import { runStates, type Surroundings } from '../states/interpreter.ts';
import { type Json, type JsonObject, StatesError } from '../states/paths.ts';
import type { Application } from './application.ts';
import type { Weather } from './faults.ts';
import { forgetHandlers, handlerOf } from './handlers.ts';
import type { Random } from './random.ts';
import { liveUnder } from './sdk.ts';
import type { Service } from './service.ts';
import { Sky } from './sky.ts';
import { tellOfMail } from './feedback.ts';
import { type Invocation, running, World } from './world.ts';

/** How an execution ended. */
export interface EndedExecution {
  readonly name: string;
  readonly input: Json;
  readonly startedAt: number;
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
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
  readonly executions: EndedExecution[] = [];
  /** Events that no function took, however often they were handed to it. */
  readonly deadLetters: { readonly handler: Handler; readonly event: unknown; readonly why: string }[] = [];
  /** Messages of the application to queues and topics. */
  readonly messages: Input[] = [];
  readonly #kms = new ModelKms();
  #invocations = 0;

  constructor(application: Application, start: number, weather: Weather, random: Random) {
    this.application = application;
    this.world = new World(start, random);
    const tables = application.tables.map(
      ({ name, keys, indexes }) => [name, new ModelTable(keys, indexes)] as const,
    );
    this.database = new ModelDynamoDb(new Map(tables));
    this.sky = new Sky(this.world, weather, (service, command, input, lag) =>
      this.#answer(service, command, input, lag),
    );
    this.ses = new ModelSes((mail) => {
      tellOfMail(this, mail);
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
  async call(handler: Handler, event: unknown, timeoutMilliseconds: number): Promise<unknown> {
    const handling = await handlerOf(handler);
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
        fail: (name, message) => {
          reject(new StatesError(name, message));
        },
      };
      this.world.after(timeoutMilliseconds, () => {
        invocation.isStopped = true;
        invocation.fail('Sandbox.Timedout', `${handler} timed out`);
      });
      running.run(invocation, () => {
        handling(JSON.parse(JSON.stringify(event)), context).then(resolve, reject);
      });
    });
  }

  /** Hands an event to a function as EventBridge does: again twice, a minute and two later, then to a queue. */
  async handOver(handler: Handler, event: unknown): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.call(handler, event, 60_000);
        return;
      } catch (error) {
        if (attempt === 3) {
          this.deadLetters.push({ handler, event, why: String(error) });
          return;
        }
        await this.world.sleep(attempt * 60_000);
      }
    }
  }

  /** Starts an execution and gives how it ended. */
  async execute(machineArn: string, name: string, input: Json): Promise<EndedExecution> {
    const definition = this.application.machines.get(machineArn);
    if (definition === undefined) throw new Error(`there is no state machine ${machineArn}`);
    const startedAt = this.world.now;
    const context: JsonObject = {
      Execution: {
        Name: name,
        Id: `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`,
        Input: input,
      },
      StateMachine: { Id: machineArn },
    };
    const started = { name, input, startedAt };
    const ended = await runStates(definition, input, context, this.#surroundings(machineArn)).then(
      (output): EndedExecution => ({ ...started, status: 'SUCCEEDED', output }),
      (error: unknown): EndedExecution => {
        if (!(error instanceof StatesError)) throw error;
        return { ...started, status: 'FAILED', error: error.error, cause: error.reason };
      },
    );
    this.executions.push(ended);
    return ended;
  }

  /** What a schedule starts when it fires. */
  fire(firing: Firing, again = 1): Promise<unknown> {
    const { target, name } = firing.schedule;
    const input = JSON.parse(inputOf(firing)) as Json;
    const time = firing.instant.toString().replaceAll(/[-:]/g, '');
    if (target.includes(':stateMachine:')) return this.execute(target, `${name}-${time}-${again}`, input);
    const handler = this.application.functions.get(target)?.handler;
    if (handler === undefined) throw new Error(`there is no function ${target}`);
    return this.handOver(handler, input);
  }

  #surroundings(machineArn: string): Surroundings {
    return {
      world: this.world,
      call: async (arn, payload, timeout) => {
        const called = this.application.functions.get(arn.replace(/:\$LATEST$/, ''));
        if (called === undefined) throw new Error(`${machineArn} calls ${arn}, which is no function`);
        return this.#task(called.handler, payload, Math.min(timeout, called.timeoutMilliseconds));
      },
      items: (bucket, key) => {
        const text = this.s3.objects.get(`${bucket}/${key}`)?.toString() ?? '';
        return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Json]));
      },
      leave: (bucket, prefix, results) => {
        const key = `${prefix}/${this.s3.objects.size}`;
        const lines = results.map((result) => JSON.stringify(result)).join('\n');
        this.s3.objects.set(`${bucket}/${key}/SUCCEEDED_0.jsonl`, Buffer.from(lines));
        const manifest = { ResultFiles: { SUCCEEDED: [{ Key: `${key}/SUCCEEDED_0.jsonl` }] } };
        this.s3.objects.set(`${bucket}/${key}/manifest.json`, Buffer.from(JSON.stringify(manifest)));
        return { ResultWriterDetails: { Bucket: bucket, Key: `${key}/manifest.json` } };
      },
    };
  }

  async #task(handler: Handler, payload: Json, timeout: number): Promise<Json> {
    try {
      return (await this.call(handler, payload, timeout)) as Json;
    } catch (error) {
      if (error instanceof StatesError) throw error;
      if (!(error instanceof Error)) throw error;
      const cause = { errorType: error.name, errorMessage: error.message };
      throw new StatesError(error.name, JSON.stringify(cause));
    }
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
        return this.ses.answer(command, input, this.world.now);
      case 'sns':
      case 'sqs':
        this.messages.push(input);
        return { MessageId: `message-${this.messages.length}` };
      case 'states':
        throw new Error(`the model of Step Functions does not know ${command}`);
    }
  }
}
