import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { AppFunction, type FunctionSetup } from '../functions/app-function.ts';
import { handingTo } from '../functions/event-lambda.ts';
import { type Data, queriesIndex, usesCustomers, usesLicences, usesRuns } from '../functions/uses.ts';
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

/** Has SES report on the mails: by the default event bus, the only one that it publishes to. */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, { data, senders, setup, undelivered }: MailFeedbackProps) {
    super(scope, id);
    const { configurationSet } = senders;
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'mail-feedback',
      description: 'Settles mails by the feedback of SES',
      uses: [
        usesLicences(data, 'GetItem', 'PutItem', 'UpdateItem'),
        queriesIndex(data, 'customer'),
        usesCustomers(data, 'GetItem', 'UpdateItem'),
        usesRuns(data, 'PutItem'),
      ],
    });
    configurationSet.addEventDestination('ToEventBridge', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: events.map(([event]) => event),
    });
    // Of an event that is tried again the mail may be settled by a later one; after a day none is of use.
    const target = handingTo(lambda, undelivered, Duration.hours(6));
    new Rule(this, 'Rule', {
      description: 'Feedback of SES on the mails of this application',
      eventPattern: {
        source: ['aws.ses'],
        detailType: events.map(([, name]) => name),
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      targets: [target],
    });
  }
}
