import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bus } from '../../contracts/deployment/bus.ts';
import { AppFunction, type FunctionSetup } from './app-function.ts';
import { deadLetters, handingTo } from './event-lambda.ts';
import { type Data, rejectsPayments, usesLicences, usesNumbers, usesPayments } from './uses.ts';

export interface PaymentsProps {
  readonly data: Data;
  readonly eventBus: EventBus;
  readonly setup: FunctionSetup;
  /** For events that could not be handled. */
  readonly undelivered: IQueue;
}

/** Records the payments that payment systems report on the bus. Who may put events there, its account decides. */
export class Payments extends Construct {
  /** Reports that nobody can read, each with its reason. */
  readonly rejected: Queue;

  constructor(scope: Construct, id: string, { data, eventBus, setup, undelivered }: PaymentsProps) {
    super(scope, id);
    this.rejected = deadLetters(this, 'Rejected', 'reports of payments that cannot be read');
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'payment-received',
      description: 'Records the payments that payment systems report',
      uses: [
        usesLicences(data, 'GetItem', 'BatchGetItem', 'PutItem', 'Query'),
        usesNumbers(data, 'Query', 'PutItem'),
        usesPayments(data, 'GetItem', 'PutItem'),
        rejectsPayments(this.rejected),
      ],
    });
    new Rule(this, 'Rule', {
      description: 'Payments that came in',
      eventBus,
      eventPattern: { detailType: [bus.paymentReceived] },
      // A payment that is reported late is recorded all the same.
      targets: [handingTo(lambda, undelivered, Duration.hours(6))],
    });
  }
}
