import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bus } from '../../contracts/deployment/bus.ts';
import { eventRecords, keys } from '../../contracts/deployment/tables.ts';
import type { LicenceTables } from './licence-tables.ts';

export interface JournalPipeProps {
  readonly store: LicenceTables;
  readonly eventBus: EventBus;
  readonly logRetention: RetentionDays;
  /** For the places in the stream of events that could not be published. */
  readonly undelivered: IQueue;
}

/** How long the pipe tries; the stream itself forgets after a day. */
const mostAge = Duration.hours(12);

/**
 * Publishes every event of the journal on the bus, without code: from the stream of table `Licences`, those of a licence
 * in their order. What it gave up lies in a queue as the place in the stream; the journal itself has the events.
 */
export class JournalPipe extends Construct {
  readonly pipeName: string;

  constructor(
    scope: Construct,
    id: string,
    { store, eventBus, logRetention, undelivered }: JournalPipeProps,
  ) {
    super(scope, id);
    const source = store.licences.tableStreamArn;
    if (source === undefined) throw new Error('table Licences has no stream');
    const log = new LogGroup(this, 'Log', {
      logGroupName: '/aws/vendedlogs/pipes/perennial-journal',
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('pipes.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const allow = (actions: string[], resource: string) =>
      Grant.addToPrincipal({ grantee: role, actions, resourceArns: [resource] });
    const grants = [
      allow(
        ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`),
        source,
      ),
      allow(['events:PutEvents'], eventBus.eventBusArn),
      allow(['sqs:SendMessage'], undelivered.queueArn),
      log.grantWrite(role),
    ];
    const pipe = new CfnPipe(this, 'Pipe', {
      description: 'Publishes the events of the journal',
      roleArn: role.roleArn,
      source,
      sourceParameters: {
        filterCriteria: { filters: [{ pattern: JSON.stringify(newEvents) }] },
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          // The most that a bus takes at once.
          batchSize: 10,
          maximumRecordAgeInSeconds: mostAge.toSeconds(),
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: undelivered.queueArn },
        },
      },
      target: eventBus.eventBusArn,
      targetParameters: {
        inputTemplate: detail,
        eventBridgeEventBusParameters: {
          source: bus.source,
          detailType: '$.dynamodb.NewImage.type.S',
        },
      },
      // The events themselves stay out of the log.
      logConfiguration: { cloudwatchLogsLogDestination: { logGroupArn: log.logGroupArn }, level: 'ERROR' },
    });
    for (const grant of grants) grant.applyBefore(pipe);
    this.pipeName = pipe.ref;
  }
}

const newEvents = {
  eventName: ['INSERT'],
  dynamodb: {
    NewImage: {
      [keys.record]: { S: [{ prefix: eventRecords }] },
      // What a restore has written was published before.
      [keys.restored]: { BOOL: [{ exists: false }] },
    },
  },
};

/** The values of strings get their quotes by the pipe. A number in a stream is a text of digits, and stays one. */
const detail = `{${['licenceId.S', 'version.N', 'date.S', 'type.S', 'event.S']
  .map((path) => `"${path.slice(0, -2)}": <$.dynamodb.NewImage.${path}>`)
  .join(', ')}}`;
