import type { Account } from '../account.ts';
import type { Stack } from '../assembly/assembly.ts';
import type { Resource } from '../assembly/resolver.ts';
import type { Database } from '../dynamodb/database.ts';
import type { Functions } from '../functions/functions.ts';
import type { ObjectsAndMessages } from '../objects-and-messages.ts';
import { readSchedule, type Schedule } from '../scheduler/schedule.ts';
import type { StateMachines } from '../states/state-machines.ts';
import { functionSettings } from './functions.ts';
import { bucketName, identify, queueName, topicName } from './kinds.ts';
import { stateMachineSettings } from './state-machines.ts';
import { provideTable } from './tables.ts';

/** What resources are made in. */
export interface Providers {
  readonly database: Database;
  readonly objects: ObjectsAndMessages;
  readonly functions: Functions;
  readonly machines: StateMachines;
}

/** Properties of a queue that SQS takes as attributes, under the same names. */
const queueAttributes = [
  'DelaySeconds',
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'FifoQueue',
  'ContentBasedDeduplication',
  'RedrivePolicy',
];

/**
 * Makes what the resources of an application stand for.
 * @returns its schedules
 * @throws for a resource of a type or form that the embedded cloud does not know
 */
export async function provideResources(
  stacks: readonly Stack[],
  resources: readonly Resource[],
  account: Account,
  { database, objects, functions, machines }: Providers,
): Promise<Schedule[]> {
  const schedules: Schedule[] = [];
  for (const resource of resources) {
    const { reference } = identify(resource, account);
    switch (resource.type) {
      case 'AWS::DynamoDB::Table':
      case 'AWS::DynamoDB::GlobalTable':
        await provideTable(resource, database);
        break;
      case 'AWS::S3::Bucket':
        objects.provideBucket(bucketName(resource));
        break;
      case 'AWS::SQS::Queue':
        objects.provideQueue(queueName(resource), reference, attributesOf(resource));
        break;
      case 'AWS::SNS::Topic':
        objects.provideTopic(topicName(resource));
        break;
      case 'AWS::Lambda::Function': {
        const stack = stacks.find(({ name }) => name === resource.stack);
        if (stack !== undefined) functions.add(functionSettings(resource, stack, account));
        break;
      }
      case 'AWS::StepFunctions::StateMachine':
        machines.add(stateMachineSettings(resource, account));
        break;
      case 'AWS::Scheduler::Schedule': {
        const schedule = readSchedule(resource, account);
        if (schedule !== undefined) schedules.push(schedule);
        break;
      }
      default:
        break;
    }
  }
  return schedules;
}

function attributesOf(queue: Resource): Record<string, string> {
  const given = queueAttributes.map((name): [string, unknown] => [name, queue.property(name)]);
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
    }),
  );
}
