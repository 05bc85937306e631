import { Duration, Validations } from 'aws-cdk-lib';
import type { IRuleTarget } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AppFunction } from './app-function.ts';
import { LostCalls } from './dead-letter-queue.ts';

/** An encrypted queue for what could not be done, kept for 14 days until an operator has looked at it. */
export function deadLetters(scope: Construct, id: string, whose: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: `This is itself the dead-letter queue: of ${whose}, where cdk-nag does not look for one.`,
  });
  return queue;
}

/**
 * A rule's target that hands events to a function: for a day, as long as the function cannot be called; twice more where
 * it fails; then they lie in `lost`.
 * @param maxEventAge how long an event is of use to the function once it is called
 */
export function handingTo(lambda: AppFunction, lost: IQueue, maxEventAge: Duration): IRuleTarget {
  lambda.function.configureAsyncInvoke({
    maxEventAge,
    retryAttempts: 2,
    onFailure: new LostCalls(lost),
  });
  return new LambdaFunction(lambda.function, {
    deadLetterQueue: lost,
    maxEventAge: Duration.hours(24),
    retryAttempts: 185,
  });
}
