import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmTopicProps {
  /** Addresses. Each gets a mail of SNS first, by which to confirm. */
  readonly operators: readonly string[];
}

/**
 * Sends alarms and the daily digest to the operators. Only the alarms of this account and functions with permission may
 * publish, and only encrypted.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;
  readonly key: Key;

  constructor(scope: Construct, id: string, { operators }: AlarmTopicProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const alarms = {
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    };
    this.key = new Key(this, 'Key', {
      description: 'Encrypts messages to the operators',
      enableKeyRotation: true,
    });
    // Whoever publishes to an encrypted topic has to be able to use its key. In a key's policy it is the resource.
    this.key.addToResourcePolicy(
      new PolicyStatement({ ...alarms, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
    this.topic = new Topic(this, 'Topic', { masterKey: this.key, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({ ...alarms, actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    );
    for (const operator of operators) this.topic.addSubscription(new EmailSubscription(operator));
  }
}
