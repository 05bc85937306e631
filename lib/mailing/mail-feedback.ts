import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { AppFunction, type FunctionSetup } from '../functions/app-function.ts';
import {
  type Data,
  queriesIndex,
  takesMessages,
  usesCustomers,
  usesSearch,
  usesLicences,
  usesRuns,
} from '../functions/uses.ts';
import type { Senders } from './senders.ts';

export interface MailFeedbackProps {
  readonly data: Data;
  readonly senders: Senders;
  readonly setup: FunctionSetup;
  /** For events that could not be handled. */
  readonly undelivered: IQueue;
}

/** What SES publishes that says, at the least, that it has taken a mail; and what EventBridge calls it. */
const events = [
  [EmailSendingEvent.DELIVERY, 'Email Delivered'],
  [EmailSendingEvent.DELIVERY_DELAY, 'Email Delivery Delayed'],
  [EmailSendingEvent.BOUNCE, 'Email Bounced'],
  [EmailSendingEvent.COMPLAINT, 'Email Complaint Received'],
] as const;

/** A call takes so many reports, or what has come in so many seconds. */
const batch = { batchSize: 100, maxBatchingWindow: Duration.seconds(20) } as const;
const timeout = Duration.minutes(1);
/** AWS advises six times the time-out, so that a message is not handed over while a call still has it. */
const visibilityTimeout = Duration.minutes(6);
/** A report on which the function fails so often goes to the dead letters. */
const maxReceiveCount = 5;

/**
 * Has SES report on the mails: by the default event bus, the only one that it publishes to. The reports wait in a queue,
 * from which the function takes many at a time. Each counts by itself: what fails on one stays with that one.
 */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, { data, senders, setup, undelivered }: MailFeedbackProps) {
    super(scope, id);
    const { configurationSet } = senders;
    const queue = new Queue(this, 'Reports', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      visibilityTimeout,
      deadLetterQueue: { queue: undelivered, maxReceiveCount },
    });
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'mail-feedback',
      description: 'Settles mails by the feedback of SES',
      timeout,
      uses: [
        usesLicences(data, 'GetItem', 'PutItem', 'UpdateItem'),
        queriesIndex(data, 'customer'),
        usesCustomers(data, 'GetItem', 'UpdateItem'),
        usesSearch(data, 'PutItem'),
        usesRuns(data, 'PutItem'),
        takesMessages(queue),
      ],
    });
    // Lambda looks for the permissions when the mapping is made.
    const mapping = lambda.function.addEventSourceMapping('Reports', {
      eventSourceArn: queue.queueArn,
      reportBatchItemFailures: true,
      ...batch,
    });
    mapping.node.addDependency(lambda.function.role ?? lambda.function);
    configurationSet.addEventDestination('ToEventBridge', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: events.map(([event]) => event),
    });
    new Rule(this, 'Rule', {
      description: 'Feedback of SES on the mails of this application',
      eventPattern: {
        source: ['aws.ses'],
        detailType: events.map(([, name]) => name),
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      // For a day, as long as the queue takes no messages.
      targets: [
        new SqsQueue(queue, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
