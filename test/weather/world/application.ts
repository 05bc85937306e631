import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apis, eventHandlers, type Handler } from '../../../contracts/deployment/handlers.ts';
import { steps } from '../../../contracts/workflow/steps.ts';
import { perennial } from '../../../lib/app.ts';
import { readAssembly } from '../../../local/assembly/assembly.ts';
import { Resolver } from '../../../local/assembly/resolver.ts';
import { Permissions } from '../../../local/iam/policies/permissions.ts';
import { readPolicies } from '../../../local/iam/policies/policies.ts';
import { functionSettings } from '../../../local/resources/functions.ts';
import { identify, tableName } from '../../../local/resources/kinds.ts';
import { stateMachineSettings } from '../../../local/resources/state-machines.ts';
import { readSchedule, type Schedule } from '../../../local/scheduler/schedule.ts';
import { apiIdsIn } from '../../../local/apigateway/http-apis.ts';
import { accountAt } from '../../../local/shared/account.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import type { IndexSchema, KeySchema } from '../dynamodb/table.ts';
import type { Definition } from '../states/interpreter.ts';

interface FunctionOf {
  readonly handler: Handler;
  readonly timeoutMilliseconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

interface TableOf {
  readonly name: string;
  readonly keys: KeySchema;
  readonly indexes: readonly IndexSchema[];
}

/** The application as it is synthesised: what a world is made from. */
export interface Application {
  readonly functions: ReadonlyMap<string, FunctionOf>;
  readonly tables: readonly TableOf[];
  readonly machines: ReadonlyMap<string, Definition>;
  readonly schedules: readonly Schedule[];
  readonly outputs: Readonly<Record<string, string>>;
}

interface Key {
  readonly AttributeName: string;
  readonly KeyType: string;
}

/** Synthesises the application once; the handlers' code stays where it is. */
export function readApplication(): Application {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-weather-'));
  try {
    return readFrom(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Nothing of the simulation is asked by an address. */
const nowhere = 'http://127.0.0.1:1';

function readFrom(folder: string): Application {
  const names: readonly Handler[] = [...steps, ...eventHandlers, ...apis];
  const handlers = new Map(names.map((name) => [name, stubOf(folder, name)]));
  perennial({ plans, configuration, handlers, outdir: join(folder, 'cdk.out'), validated: false }).synth();
  const stacks = readAssembly(join(folder, 'cdk.out'));
  const account = accountAt(nowhere, new Map(apiIdsIn(stacks).map((id) => [id, nowhere])));
  const resolver = new Resolver(stacks, account, (resource) => identify(resource, account));
  const functions = new Map<string, FunctionOf>();
  const tables: TableOf[] = [];
  const machines = new Map<string, Definition>();
  const schedules: Schedule[] = [];
  const resources = resolver.resources();
  const permissions = new Permissions(readPolicies(resources, account), account);
  for (const resource of resources) {
    switch (resource.type) {
      case 'AWS::Lambda::Function': {
        const assets =
          stacks.find(({ name }) => name === resource.stack)?.assets ?? new Map<string, string>();
        const settings = functionSettings(resource, assets, account, permissions);
        functions.set(settings.functionArn, {
          handler: readFileSync(settings.file, 'utf8').slice(2).trim() as Handler,
          timeoutMilliseconds: settings.timeoutMs,
          environment: settings.environment,
        });
        break;
      }
      case 'AWS::DynamoDB::GlobalTable':
        tables.push({
          name: tableName(resource),
          keys: keysIn(resource.property('KeySchema') as readonly Key[]),
          indexes: indexesIn(resource.property('GlobalSecondaryIndexes')),
        });
        break;
      case 'AWS::StepFunctions::StateMachine': {
        const { arn, definition } = stateMachineSettings(resource, account, permissions);
        machines.set(arn, JSON.parse(definition) as Definition);
        break;
      }
      case 'AWS::Scheduler::Schedule': {
        const schedule = readSchedule(resource, account, permissions);
        if (schedule !== undefined) schedules.push(schedule);
        break;
      }
      default:
    }
  }
  const outputs = Object.assign({}, ...stacks.map((stack) => resolver.outputs(stack))) as Record<
    string,
    string
  >;
  return { functions, tables, machines, schedules, outputs };
}

/** A file that only says whose it is: the assembly names functions by their code. */
function stubOf(folder: string, name: Handler): string {
  const stub = join(folder, 'handlers', name);
  mkdirSync(stub, { recursive: true });
  writeFileSync(join(stub, `${name}.mjs`), `//${name}`);
  return stub;
}

function keysIn(schema: readonly Key[]): KeySchema {
  const named = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return { partition: named('HASH') ?? '', sort: named('RANGE') };
}

interface Index {
  readonly IndexName: string;
  readonly KeySchema: readonly Key[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

function indexesIn(indexes: unknown): readonly IndexSchema[] {
  return ((indexes ?? []) as readonly Index[]).map(({ IndexName, KeySchema, Projection }) => ({
    name: IndexName,
    ...keysIn(KeySchema),
    attributes: Projection.ProjectionType === 'ALL' ? undefined : (Projection.NonKeyAttributes ?? []),
  }));
}
