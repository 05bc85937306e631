import { ExecutionAlreadyExists } from '@aws-sdk/client-sfn';
import type { ModelS3 } from '../services/s3.ts';
import type { Application } from '../world/application.ts';
import type { World } from '../world/world.ts';
import type { Handler } from '../../../contracts/deployment/handlers.ts';
import { runStates, type Surroundings } from './interpreter.ts';
import { type Json, type JsonObject, StatesError } from './paths.ts';

type Input = Readonly<Record<string, unknown>>;

/** Calls a function; throws what it throws, or `StatesError` where it was killed. */
type Call = (handler: Handler, event: unknown, timeoutMilliseconds: number) => Promise<unknown>;

interface Failed {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: 'FAILED';
  readonly startDate: Date;
  readonly input: string;
  readonly error: string;
  readonly cause: string;
}

function arnOf(machineArn: string, name: string): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** Step Functions: executions of the application's state machines, whose names are used once. */
export class ModelStepFunctions {
  readonly #application: Application;
  readonly #world: World;
  readonly #s3: ModelS3;
  readonly #call: Call;
  readonly #started = new Set<string>();
  /** Executions that failed, the latest first, as DescribeExecution says them. */
  readonly #failed: Failed[] = [];

  constructor(application: Application, world: World, s3: ModelS3, call: Call) {
    this.#application = application;
    this.#world = world;
    this.#s3 = s3;
    this.#call = call;
  }

  answer(command: string, input: Input): object {
    switch (command) {
      case 'StartExecutionCommand':
        return this.#start(input);
      case 'ListExecutionsCommand':
        return this.#list(input);
      case 'DescribeExecutionCommand':
        return this.#describe(input);
      default:
        throw new Error(`the model of Step Functions does not know ${command}`);
    }
  }

  /** The failed executions of a state machine: nobody asks for others here. */
  #list({ stateMachineArn, statusFilter, maxResults }: Input): object {
    if (statusFilter !== 'FAILED')
      throw new Error('the model of Step Functions lists failed executions only');
    const executions = this.#failed.filter((each) => each.stateMachineArn === stateMachineArn);
    return { executions: executions.slice(0, Number(maxResults)) };
  }

  #describe({ executionArn }: Input): object {
    const found = this.#failed.find((each) => each.executionArn === executionArn);
    if (found === undefined)
      throw new Error(`the model of Step Functions does not describe ${String(executionArn)}`);
    return found;
  }

  /** Starts an execution in the background; one of a name that has been used is not started again. */
  #start(input: Input): object {
    const machine = String(input['stateMachineArn']);
    const name = String(input['name']);
    if (this.#started.has(name)) {
      throw new ExecutionAlreadyExists({ message: name, $metadata: { httpStatusCode: 400 } });
    }
    this.#started.add(name);
    this.#world.start(0, () => this.execute(machine, name, JSON.parse(String(input['input'])) as Json));
    return { executionArn: arnOf(machine, name) };
  }

  /** Plays an execution to its end; one that fails ends too. */
  async execute(machineArn: string, name: string, input: Json): Promise<void> {
    const definition = this.#application.machines.get(machineArn);
    if (definition === undefined) throw new Error(`there is no state machine ${machineArn}`);
    const context: JsonObject = {
      Execution: {
        Name: name,
        Id: arnOf(machineArn, name),
        Input: input,
      },
      StateMachine: { Id: machineArn },
    };
    const startDate = new Date(this.#world.now);
    try {
      await runStates(definition, input, context, this.#surroundings(machineArn));
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      this.#failed.unshift({
        executionArn: arnOf(machineArn, name),
        stateMachineArn: machineArn,
        name,
        status: 'FAILED',
        startDate,
        input: JSON.stringify(input),
        error: error.error,
        cause: error.reason,
      });
    }
  }

  #surroundings(machineArn: string): Surroundings {
    return {
      world: this.#world,
      call: async (arn, payload, timeout) => {
        const called = this.#application.functions.get(arn.replace(/:\$LATEST$/, ''));
        if (called === undefined) throw new Error(`${machineArn} calls ${arn}, which is no function`);
        return this.#task(called.handler, payload, Math.min(timeout, called.timeoutMilliseconds));
      },
      items: (bucket, key) => {
        const text = this.#s3.objects.get(`${bucket}/${key}`)?.toString() ?? '';
        return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Json]));
      },
      leave: (bucket, prefix, results) => {
        const key = `${prefix}/${this.#s3.objects.size}`;
        const lines = results.map((result) => JSON.stringify(result)).join('\n');
        this.#s3.objects.set(`${bucket}/${key}/SUCCEEDED_0.jsonl`, Buffer.from(lines));
        const manifest = { ResultFiles: { SUCCEEDED: [{ Key: `${key}/SUCCEEDED_0.jsonl` }] } };
        this.#s3.objects.set(`${bucket}/${key}/manifest.json`, Buffer.from(JSON.stringify(manifest)));
        return { ResultWriterDetails: { Bucket: bucket, Key: `${key}/manifest.json` } };
      },
    };
  }

  async #task(handler: Handler, payload: Json, timeout: number): Promise<Json> {
    try {
      return (await this.#call(handler, payload, timeout)) as Json;
    } catch (error) {
      if (error instanceof StatesError) throw error;
      if (!(error instanceof Error)) throw error;
      const cause = { errorType: error.name, errorMessage: error.message };
      throw new StatesError(error.name, JSON.stringify(cause));
    }
  }
}
