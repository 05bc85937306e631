import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { environment } from '../../contracts/environment.ts';
import type { Handler } from '../../contracts/handlers.ts';
import { indexes } from '../../contracts/tables.ts';
import { bundleOf } from '../functions/bundle-of.ts';
import { deadLetters, handingTo } from '../functions/event-lambda.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import type { Senders } from './senders.ts';
import { AppFunction } from '../functions/app-function.ts';

export interface MailFeedbackProps {
  readonly store: LicenceTables;
  readonly senders: Senders;
  readonly dueShards: number;
  readonly logRetention: RetentionDays;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/** What SES publishes that says, at the least, that it has taken a mail; and what EventBridge calls it. */
const events = [
  [EmailSendingEvent.SEND, 'Email Sent'],
  [EmailSendingEvent.DELIVERY, 'Email Delivered'],
  [EmailSendingEvent.DELIVERY_DELAY, 'Email Delivery Delayed'],
  [EmailSendingEvent.BOUNCE, 'Email Bounced'],
  [EmailSendingEvent.COMPLAINT, 'Email Complaint Received'],
] as const;

/** Has SES tell what becomes of the mails: by the default event bus, the only one that it publishes to. */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, props: MailFeedbackProps) {
    super(scope, id);
    const { configurationSet } = props.senders;
    const lambda = this.lambda(props);
    const lost = deadLetters(this, 'Lost', 'a rule and a function');
    configurationSet.addEventDestination('ToEventBridge', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: events.map(([event]) => event),
    });
    // Of an event that is tried again the mail may be settled by a later one; after a day none is of use.
    const target = handingTo(lambda, lost, Duration.hours(6));
    new Rule(this, 'Rule', {
      description: 'What SES tells of the mails of this application',
      eventPattern: {
        source: ['aws.ses'],
        detailType: events.map(([, name]) => name),
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      targets: [target],
    });
  }

  private lambda({ store, dueShards, logRetention, handlers }: MailFeedbackProps): AppFunction {
    const folder = bundleOf(handlers, 'mail-feedback');
    const lambda = new AppFunction(this, 'Lambda', {
      description: 'Settles mails by what SES tells of them',
      folder,
      timeout: Duration.seconds(30),
      memoryMiB: 512,
      logRetention,
      environment: {
        [environment.licencesTable]: store.licences.tableName,
        [environment.customersTable]: store.customers.tableName,
        [environment.dueShards]: String(dueShards),
      },
    });
    lambda.allow('dynamodb', ['GetItem', 'PutItem', 'UpdateItem', 'Query'], store.licences.tableArn);
    lambda.allow('dynamodb', ['Query'], `${store.licences.tableArn}/index/${indexes.customer}`);
    lambda.allow('dynamodb', ['GetItem', 'UpdateItem'], store.customers.tableArn);
    return lambda;
  }
}
