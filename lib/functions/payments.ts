import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bus } from '../../contracts/bus.ts';
import { environment } from '../../contracts/environment.ts';
import type { Handler } from '../../contracts/handlers.ts';
import { bundleOf } from './bundle-of.ts';
import { deadLetters, handingTo } from './event-lambda.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import { AppFunction } from './app-function.ts';

export interface PaymentsProps {
  readonly store: LicenceTables;
  readonly eventBus: EventBus;
  readonly dueShards: number;
  readonly logRetention: RetentionDays;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/** Records the payments that payment systems tell of on the bus. Who may put events there, its account decides. */
export class Payments extends Construct {
  /** Those that can never be recorded, each with its reason. */
  readonly rejected: Queue;

  constructor(scope: Construct, id: string, props: PaymentsProps) {
    super(scope, id);
    this.rejected = deadLetters(this, 'Rejected', 'payments that cannot be recorded');
    const lost = deadLetters(this, 'Lost', 'a rule and a function');
    const lambda = this.lambda(props);
    new Rule(this, 'Rule', {
      description: 'Payments that came in',
      eventBus: props.eventBus,
      eventPattern: { detailType: [bus.paymentReceived] },
      // A payment that was told of late is recorded all the same.
      targets: [handingTo(lambda, lost, Duration.hours(6))],
    });
  }

  private lambda({ store, dueShards, logRetention, handlers }: PaymentsProps): AppFunction {
    const folder = bundleOf(handlers, 'payment-received');
    const lambda = new AppFunction(this, 'Lambda', {
      description: 'Records the payments that payment systems tell of',
      folder,
      timeout: Duration.seconds(30),
      memoryMiB: 512,
      logRetention,
      environment: {
        [environment.licencesTable]: store.licences.tableName,
        [environment.dueShards]: String(dueShards),
        [environment.rejectedPaymentsQueue]: this.rejected.queueUrl,
      },
    });
    lambda.allow('dynamodb', ['GetItem', 'PutItem', 'Query'], store.licences.tableArn);
    lambda.allow('sqs', ['SendMessage'], this.rejected.queueArn);
    return lambda;
  }
}
