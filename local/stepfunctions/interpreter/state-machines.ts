import * as z from 'zod';
import { invokeFunction } from '../../iam/calls/lambda.ts';
import { startExecution } from '../../iam/calls/states.ts';
import type { Permissions } from '../../iam/policies/permissions.ts';
import type { Role } from '../../iam/policies/principals.ts';
import type { Functions } from '../../lambda/functions.ts';
import type { Meter } from '../../meter/meter.ts';
import type { Account } from '../../shared/account.ts';
import type { Clock } from '../../shared/clock.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../../shared/json.ts';
import type { Objects } from '../../s3/objects.ts';
import { contextObject } from './context-object.ts';
import { objectsAs } from '../distributed-map/role-objects.ts';
import { runDistributedMap, type Parent } from '../distributed-map/run.ts';
import { refuseTooLarge } from './errors.ts';
import { follow, type Interruption } from './follow.ts';
import { handlersOf } from './handlers.ts';
import { ExecutionLimits } from './limits.ts';
import type { ExecutionLog } from '../api/execution-log.ts';
import { prepareWorkflow } from './prepare.ts';
import { logOf, type Logging } from '../api/log-events.ts';
import type { ExecutionRecord } from '../api/records.ts';
import { callFunction, type Invoker, invokeTask } from './tasks.ts';
import type { Task, Workflow } from './workflow.ts';

/** A state machine of the assembly. */
export interface StateMachineSettings {
  readonly arn: string;
  readonly name: string;
  /** As which it calls AWS. */
  readonly role: Role;
  /** In Amazon States Language, as JSON text. */
  readonly definition: string;
  readonly isExpress: boolean;
  readonly logging: Logging;
}

/** How Step Functions bills an execution. */
type Kind = Pick<StateMachineSettings, 'isExpress' | 'logging'>;

/** An execution that has begun, and what it runs. */
interface Started {
  readonly record: ExecutionRecord;
  readonly workflow: Workflow;
  readonly kind: Kind;
  readonly interruption: Interruption;
}

/** An execution that was started. */
export interface Execution {
  readonly record: ExecutionRecord;
  /** Resolves when the execution has ended, however it did. */
  readonly ended: Promise<void>;
  stop(): void;
}

interface Prepared {
  readonly settings: StateMachineSettings;
  readonly workflow: Workflow;
  readonly creationDate: number;
}

/** What executions use. */
interface MachineServices {
  readonly account: Account;
  readonly permissions: Permissions;
  readonly functions: Functions;
  readonly objects: Objects;
  readonly log: ExecutionLog;
  readonly meter: Meter;
  readonly clock: Clock;
}

/** Identity of an execution that is to start. */
type Identity = Pick<ExecutionRecord, 'arn' | 'name' | 'stateMachineArn' | 'mapRunArn' | 'input'>;

/** The state machines of a cloud, and their executions that run. */
export class StateMachines {
  readonly #services: MachineServices;
  readonly #machines = new Map<string, Prepared>();
  readonly #running = new Map<string, Execution>();

  constructor(services: MachineServices) {
    this.#services = services;
  }

  /** Makes a state machine known. Throws when its definition cannot run here, and says why. */
  add(settings: StateMachineSettings): void {
    const definition = asObject(parseJson(settings.definition));
    this.#machines.set(settings.arn, {
      settings,
      workflow: prepareWorkflow(definition, settings.isExpress, this.#services.clock),
      creationDate: this.#services.clock.passing(),
    });
  }

  list(): Prepared[] {
    return [...this.#machines.values()];
  }

  find(arn: string): Prepared | undefined {
    return this.#machines.get(arn);
  }

  /** Starts an execution. The caller sees to it that the name is new. */
  start(machine: Prepared, name: string, input: Json): Execution {
    const { arn, name: machineName } = machine.settings;
    const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
    return this.#start(
      machine.workflow,
      { arn: executionArn, name, stateMachineArn: arn, input },
      machineName,
      machine.settings.role,
      machine.settings,
    );
  }

  /** The execution of this ARN, when it runs. */
  running(arn: string): Execution | undefined {
    return this.#running.get(arn);
  }

  /** Aborts everything that runs and waits for its end. */
  async stop(): Promise<void> {
    const running = [...this.#running.values()];
    for (const execution of running) execution.stop();
    await Promise.all(running.map(({ ended }) => ended));
  }

  #start(workflow: Workflow, identity: Identity, machineName: string, role: Role, kind: Kind): Execution {
    const record: ExecutionRecord = {
      ...identity,
      startDate: this.#services.clock.passing(),
      status: 'RUNNING',
      events: [],
      mapRuns: [],
    };
    const context = contextObject({
      executionArn: record.arn,
      executionName: record.name,
      stateMachineArn: record.stateMachineArn,
      stateMachineName: machineName,
      roleArn: role.roleArn,
      input: record.input,
      startDate: record.startDate,
      stateContexts: workflow.stateContexts,
    });
    const abort = new AbortController();
    const interruption: Interruption = {};
    const parent: Parent = {
      record,
      context,
      role,
      objects: objectsAs(role, this.#services.objects, this.#services.permissions, this.#services.meter),
      signal: abort.signal,
      clock: this.#services.clock,
      startChild: ({ label, processor, isExpress }, { arn: mapRunArn, stateMachineArn }, name, input) => {
        this.#services.permissions.check(role, startExecution(record.stateMachineArn));
        const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
        const identity = { arn, name, stateMachineArn, mapRunArn, input };
        this.#services.meter.countTransition();
        return this.#start(processor, identity, `${machineName}/${label}`, role, { ...kind, isExpress });
      },
    };
    const runTask = (task: Task, taskInput: Json) => this.#runTask(task, taskInput, parent);
    this.#services.log.begin(record);
    const run = workflow.interpreter.run(record.input, {
      context,
      overrides: {
        taskResourceLocalHandlers: handlersOf(workflow, runTask, (error) => {
          interruption.error = error;
          run.abort();
        }),
        waitTimeOverrides: workflow.pauses,
        retryIntervalOverrides: workflow.pauses,
      },
    });
    abort.signal.addEventListener('abort', run.abort);
    const execution: Execution = {
      record,
      stop: () => {
        abort.abort();
      },
      ended: this.#follow({ record, workflow, kind, interruption }, run),
    };
    this.#running.set(record.arn, execution);
    return execution;
  }

  async #runTask(task: Task, input: Json, parent: Parent): Promise<Json> {
    switch (task.kind) {
      case 'invoke':
        return await invokeTask(this.#functionsAs(parent.role), input);
      case 'function':
        return await callFunction(this.#functionsAs(parent.role), task.arn, input);
      case 'map': {
        const output = await runDistributedMap(task.map, input, parent);
        refuseTooLarge(JSON.stringify(output), task.map.stateName);
        return output;
      }
    }
  }

  /** The functions as a role may call them. */
  #functionsAs(role: Role): Invoker {
    return {
      invoke: (reference, payload) => {
        this.#services.permissions.check(role, invokeFunction(reference, this.#services.account));
        return this.#services.functions.invoke(reference, payload);
      },
    };
  }

  /** Counts what Step Functions bills of an execution while it runs, and keeps it when it has ended. */
  async #follow(
    { record, workflow, kind, interruption }: Started,
    run: Parameters<typeof follow>[1],
  ): Promise<void> {
    if (kind.isExpress) this.#services.meter.countExpressRequest();
    const limits = new ExecutionLimits(workflow.types, kind.isExpress);
    await follow(record, run, interruption, this.#services.clock, (event) => {
      const isTransition = event.type === 'StateEntered' || event.type === 'StateRetried';
      if (isTransition && !kind.isExpress) this.#services.meter.countTransition();
      const exceeded = limits.exceededBy(event);
      if (exceeded !== undefined) interruption.error ??= exceeded;
    });
    const { events, bytes } = logOf(record, workflow.types, kind.logging);
    this.#services.meter.countLog(events, bytes);
    this.#running.delete(record.arn);
    this.#services.log.end(record);
  }
}

function asObject(json: Json): JsonObject {
  return z.custom<JsonObject>(isObject, 'its definition is no JSON object').parse(json);
}
