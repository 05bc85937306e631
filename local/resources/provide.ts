import * as z from 'zod';
import type { Account } from '../shared/account.ts';
import type { Stack } from '../assembly/assembly.ts';
import type { Resource } from '../assembly/resolver.ts';
import type { HttpApis } from '../apigateway/http-apis.ts';
import { readApi, readAuthorizer, readIntegration, readRoute, readStage } from '../apigateway/resources.ts';
import type { Database } from '../dynamodb/database.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { readRule } from '../eventbridge/rule.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { AsynchronousCalls } from '../lambda/asynchronous-calls.ts';
import type { Functions } from '../lambda/functions.ts';
import { readEventDestination } from '../ses/event-destination.ts';
import type { Ses } from '../ses/ses.ts';
import { checkEventSource, readEventSource, redriveOf } from '../sqs/event-source.ts';
import type { EventSources } from '../sqs/event-sources.ts';
import { provideQueue } from '../sqs/queues.ts';
import type { Fauxqs } from '../shared/fauxqs.ts';
import type { Topics } from '../sns/topics.ts';
import type { Objects } from '../s3/objects.ts';
import { readPipe } from '../pipes/pipe.ts';
import type { Pipes } from '../pipes/pipes.ts';
import { readSchedule, type Schedule } from '../scheduler/schedule.ts';
import type { Keys } from '../kms/keys.ts';
import type { StateMachines } from '../stepfunctions/interpreter/state-machines.ts';
import { functionSettings } from './functions.ts';
import { bucketName, identify, keyId, queueName, topicName } from './kinds.ts';
import { stateMachineSettings } from './state-machines.ts';
import { provideTable } from './tables.ts';

/** The parts of a cloud that its resources are made in. */
export interface Providers {
  readonly permissions: Permissions;
  readonly database: Database;
  readonly objects: Objects;
  readonly fauxqs: Fauxqs;
  readonly topics: Topics;
  readonly functions: Functions;
  readonly calls: AsynchronousCalls;
  readonly keys: Keys;
  readonly machines: StateMachines;
  readonly buses: EventBuses;
  readonly queues: EventSources;
  readonly pipes: Pipes;
  readonly apis: HttpApis;
  readonly ses: Ses;
}

const eventInvokeConfig = z.looseObject({
  FunctionName: z.string(),
  DestinationConfig: z
    .strictObject({
      OnFailure: z
        .strictObject({
          Destination: z.string().regex(/:sqs:/, 'failures of functions go to queues only here'),
        })
        .optional(),
    })
    .default({}),
});

const lastTypes = new Set(['AWS::SNS::Subscription', 'AWS::Lambda::EventSourceMapping']);

const mailFrom = z
  .looseObject({ MailFromDomain: z.string().optional() })
  .optional()
  .transform((attributes) => attributes?.MailFromDomain);

/**
 * Makes what the resources of an application stand for.
 * @returns its schedules
 * @throws for a resource of a type or form that the embedded cloud does not know, naming the stack
 *   and the resource
 */
export async function provideResources(
  stacks: readonly Stack[],
  resources: readonly Resource[],
  account: Account,
  providers: Providers,
): Promise<Schedule[]> {
  const schedules: Schedule[] = [];
  // A subscription needs its topic and its queue, a mapping its function.
  const isLast = ({ type }: Resource): boolean => lastTypes.has(type);
  const ordered = [...resources.filter((one) => !isLast(one)), ...resources.filter(isLast)];
  for (const resource of ordered) {
    try {
      const schedule = await provide(resource, stacks, account, providers);
      if (schedule !== undefined) schedules.push(schedule);
    } catch (error) {
      const why =
        error instanceof z.ZodError ? z.prettifyError(error) : String(error).replace(/^Error: /, '');
      throw new Error(
        `stack ${resource.stack}: ${resource.logicalId} (${resource.type}) cannot run on the embedded cloud: ${why}`,
        { cause: error },
      );
    }
  }
  return schedules;
}

async function provide(
  resource: Resource,
  stacks: readonly Stack[],
  account: Account,
  {
    database,
    objects,
    fauxqs,
    topics,
    functions,
    calls,
    keys,
    machines,
    buses,
    queues,
    pipes,
    apis,
    ses,
    permissions,
  }: Providers,
): Promise<Schedule | undefined> {
  const identity = identify(resource, account);
  const { reference } = identity;
  switch (resource.type) {
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      await provideTable(resource, database);
      return undefined;
    case 'AWS::S3::Bucket':
      objects.provideBucket(bucketName(resource));
      return undefined;
    case 'AWS::KMS::Key':
      keys.provideKey(
        keyId(resource),
        z.string().default('SYMMETRIC_DEFAULT').parse(resource.property('KeySpec')),
      );
      return undefined;
    case 'AWS::KMS::Alias':
      keys.provideAlias(reference, String(resource.property('TargetKeyId')));
      return undefined;
    case 'AWS::SQS::Queue':
      await provideQueue(fauxqs, resource, queueName(resource));
      queues.provide(identity.attribute('Arn') ?? '', redriveOf(resource));
      return undefined;
    case 'AWS::SNS::Topic':
      await topics.provideTopic(topicName(resource));
      return undefined;
    case 'AWS::SNS::Subscription':
      await topics.subscribe(
        String(resource.property('TopicArn')),
        String(resource.property('Protocol')),
        String(resource.property('Endpoint')),
      );
      return undefined;
    case 'AWS::Lambda::Function': {
      const assets = stacks.find(({ name }) => name === resource.stack)?.assets ?? new Map<string, string>();
      functions.add(functionSettings(resource, assets, account, permissions));
      return undefined;
    }
    case 'AWS::Lambda::Url':
      if (resource.property('AuthType') !== 'NONE') functions.takeSignedOnly(reference);
      return undefined;
    case 'AWS::Lambda::EventSourceMapping': {
      const source = readEventSource(resource);
      checkEventSource(source, functions.settingsOf(source.functionName).role, permissions);
      queues.add(source);
      return undefined;
    }
    case 'AWS::Lambda::EventInvokeConfig': {
      const { FunctionName, DestinationConfig } = eventInvokeConfig.parse(resource.properties());
      const { OnFailure } = DestinationConfig;
      if (OnFailure !== undefined) calls.sendFailuresTo(FunctionName, OnFailure.Destination);
      return undefined;
    }
    case 'AWS::StepFunctions::StateMachine':
      machines.add(stateMachineSettings(resource, account, permissions));
      return undefined;
    case 'AWS::Events::EventBus':
      buses.provide(reference);
      return undefined;
    case 'AWS::Pipes::Pipe':
      pipes.add(readPipe(resource, account, permissions));
      return undefined;
    case 'AWS::Events::Rule': {
      const rule = readRule(resource, account);
      if (rule !== undefined) buses.add(rule);
      return undefined;
    }
    case 'AWS::SES::EmailIdentity':
      ses.provideIdentity(reference, mailFrom.parse(resource.property('MailFromAttributes')));
      return undefined;
    case 'AWS::SES::ConfigurationSetEventDestination': {
      const destination = readEventDestination(resource);
      if (destination !== undefined) ses.publish(destination);
      return undefined;
    }
    case 'AWS::ApiGatewayV2::Api':
      readApi(resource);
      return undefined;
    case 'AWS::ApiGatewayV2::Stage':
      apis.addStage(readStage(resource));
      return undefined;
    case 'AWS::ApiGatewayV2::Integration':
      apis.addIntegration(reference, readIntegration(resource));
      return undefined;
    case 'AWS::ApiGatewayV2::Authorizer':
      apis.addAuthorizer(reference, readAuthorizer(resource));
      return undefined;
    case 'AWS::ApiGatewayV2::Route':
      apis.addRoute(readRoute(resource));
      return undefined;
    case 'AWS::Scheduler::Schedule':
      return readSchedule(resource, account, permissions);
    default:
      return undefined;
  }
}
