import { type DestinationConfig, type IDestination, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/**
 * A queue for the events that a function gave up. The function may send there and nothing else: CDK's own destination
 * would let it read the queue's attributes too, which Lambda does not do.
 */
export class LostCalls implements IDestination {
  private readonly queue: IQueue;

  constructor(queue: IQueue) {
    this.queue = queue;
  }

  bind(_scope: Construct, fn: IFunction): DestinationConfig {
    const { queueArn } = this.queue;
    Grant.addToPrincipal({
      grantee: fn.grantPrincipal,
      actions: ['sqs:SendMessage'],
      resourceArns: [queueArn],
    });
    return { destination: queueArn };
  }
}
