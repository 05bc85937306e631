import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { isObject, parseJson } from '../../shared/json.ts';
import { ServiceError } from '../../shared/service-error.ts';
import { describeExecution, describeMapRun, listedMapRun, page, seconds } from './answers.ts';
import type { ExecutionLog } from './execution-log.ts';
import { history } from './history.ts';
import { refuseInput, refuseName } from './limits.ts';
import type { ExecutionRecord } from './records.ts';
import type { StateMachines } from '../interpreter/state-machines.ts';
import type { Workflow } from '../interpreter/workflow.ts';

const status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
const paging = { maxResults: z.number().optional(), nextToken: z.string().optional() };

const requests = {
  StartExecution: z.looseObject({
    stateMachineArn: z.string(),
    name: z.string().optional(),
    input: z.string().default('{}'),
  }),
  StopExecution: z.looseObject({
    executionArn: z.string(),
    error: z.string().optional(),
    cause: z.string().optional(),
  }),
  DescribeExecution: z.looseObject({ executionArn: z.string() }),
  ListExecutions: z.looseObject({
    stateMachineArn: z.string().optional(),
    mapRunArn: z.string().optional(),
    statusFilter: status.optional(),
    ...paging,
  }),
  GetExecutionHistory: z.looseObject({
    executionArn: z.string(),
    reverseOrder: z.boolean().default(false),
    ...paging,
  }),
  ListMapRuns: z.looseObject({ executionArn: z.string(), ...paging }),
  DescribeMapRun: z.looseObject({ mapRunArn: z.string() }),
  ListStateMachines: z.looseObject({ ...paging }),
  DescribeStateMachine: z.looseObject({ stateMachineArn: z.string() }),
};

/** The API of Step Functions, as far as tools for admins call it. */
export class StatesApi {
  readonly #machines: StateMachines;
  readonly #log: ExecutionLog;
  readonly #clock: Clock;

  constructor(machines: StateMachines, log: ExecutionLog, clock: Clock) {
    this.#machines = machines;
    this.#log = log;
    this.#clock = clock;
  }

  /**
   * Answers a request.
   * @param name of the operation, for example `StartExecution`
   * @throws ServiceError what Step Functions would answer instead
   */
  answer(name: string, request: unknown): object {
    switch (name) {
      case 'StartExecution':
        return this.#start(parse(requests.StartExecution, request));
      case 'StopExecution':
        return this.#stop(parse(requests.StopExecution, request));
      case 'DescribeExecution':
        return describeExecution(this.#execution(parse(requests.DescribeExecution, request).executionArn));
      case 'ListExecutions':
        return this.#listExecutions(parse(requests.ListExecutions, request));
      case 'GetExecutionHistory':
        return this.#history(parse(requests.GetExecutionHistory, request));
      case 'ListMapRuns': {
        const { executionArn, ...wanted } = parse(requests.ListMapRuns, request);
        const runs = this.#log.mapRuns().filter((run) => run.executionArn === executionArn);
        return page('mapRuns', runs.map(listedMapRun), wanted);
      }
      case 'DescribeMapRun': {
        const { mapRunArn } = parse(requests.DescribeMapRun, request);
        const run = this.#log.mapRuns().find(({ arn }) => arn === mapRunArn);
        if (run === undefined)
          throw new ServiceError('ResourceNotFound', `Map Run not found: '${mapRunArn}'`);
        return describeMapRun(run);
      }
      case 'ListStateMachines':
        return page(
          'stateMachines',
          this.#machines.list().map(({ settings, creationDate }) => ({
            stateMachineArn: settings.arn,
            name: settings.name,
            type: 'STANDARD',
            creationDate: creationDate / 1000,
          })),
          parse(requests.ListStateMachines, request),
        );
      case 'DescribeStateMachine': {
        const { settings, creationDate } = this.#machine(
          parse(requests.DescribeStateMachine, request).stateMachineArn,
        );
        const { arn: stateMachineArn, name: machineName, definition, role } = settings;
        return {
          stateMachineArn,
          name: machineName,
          definition,
          roleArn: role.roleArn,
          type: 'STANDARD',
          status: 'ACTIVE',
          creationDate: creationDate / 1000,
        };
      }
      default:
        throw new ServiceError(
          'UnknownOperationException',
          `the embedded cloud does not do ${name} of Step Functions`,
        );
    }
  }

  #start({
    stateMachineArn,
    name = randomUUID(),
    input,
  }: z.infer<(typeof requests)['StartExecution']>): object {
    const machine = this.#machine(stateMachineArn);
    refuseName(name);
    refuseInput(input);
    const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const parsed = parseInput(input);
    const before = this.#log.read(arn);
    if (before !== undefined) {
      const isRepeated =
        before.status === 'RUNNING' && JSON.stringify(before.input) === JSON.stringify(parsed);
      if (!isRepeated) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
      return { executionArn: arn, startDate: before.startDate / 1000 };
    }
    const { record } = this.#machines.start(machine, name, parsed);
    return { executionArn: record.arn, startDate: record.startDate / 1000 };
  }

  #stop({ executionArn, error, cause }: z.infer<(typeof requests)['StopExecution']>): object {
    const record = this.#execution(executionArn);
    if (error !== undefined) record.error = error;
    if (cause !== undefined) record.cause = cause;
    this.#machines.running(executionArn)?.stop();
    return { stopDate: this.#clock.passing() / 1000 };
  }

  #listExecutions(request: z.infer<(typeof requests)['ListExecutions']>): object {
    const { stateMachineArn, mapRunArn, statusFilter } = request;
    const chosen = this.#log
      .list()
      .filter(
        (execution) =>
          (mapRunArn === undefined
            ? execution.stateMachineArn === stateMachineArn
            : execution.mapRunArn === mapRunArn) &&
          (statusFilter === undefined || execution.status === statusFilter),
      );
    const executions = chosen.map((execution) => ({
      executionArn: execution.arn,
      stateMachineArn: execution.stateMachineArn,
      name: execution.name,
      status: execution.status,
      mapRunArn: execution.mapRunArn,
      startDate: execution.startDate / 1000,
      stopDate: seconds(execution.stopDate),
    }));
    return page('executions', executions, request);
  }

  #history(request: z.infer<(typeof requests)['GetExecutionHistory']>): object {
    const record = this.#execution(request.executionArn);
    const events = history(
      record,
      this.#workflow(record.stateMachineArn)?.types ?? new Map<string, string>(),
    );
    return page('events', request.reverseOrder ? events.reverse() : events, request);
  }

  /** The workflow of a state machine, or of the processor that its ARN leads to, `…:NAME/LABEL`. */
  #workflow(arn: string): Workflow | undefined {
    const [machineArn = '', ...labels] = arn.split('/');
    let workflow = this.#machines.find(machineArn)?.workflow;
    for (const label of labels) {
      const maps = [...(workflow?.tasks.values() ?? [])].flatMap((task) =>
        task.kind === 'map' ? [task.map] : [],
      );
      workflow = maps.find((map) => map.label === label)?.processor;
    }
    return workflow;
  }

  #execution(arn: string): ExecutionRecord {
    const record = this.#log.read(arn);
    if (record === undefined)
      throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return record;
  }

  #machine(arn: string): NonNullable<ReturnType<StateMachines['find']>> {
    const machine = this.#machines.find(arn);
    if (machine === undefined)
      throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return machine;
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, request: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(isObject(request) ? request : {});
  if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
  return parsed.data;
}

function parseInput(text: string): ReturnType<typeof parseJson> {
  try {
    return parseJson(text);
  } catch (error) {
    throw new ServiceError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${String(error)}'`,
    );
  }
}
