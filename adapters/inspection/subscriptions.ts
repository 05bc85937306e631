import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';

export interface Subscription {
  /** The address of an operator. */
  readonly endpoint: string;
  /** Whether its owner has followed the link in SNS's e-mail. */
  readonly isConfirmed: boolean;
}

/** The subscriptions of a topic. */
export async function subscriptionsOf(topicArn: string): Promise<readonly Subscription[]> {
  const client = new SNSClient();
  const found: Subscription[] = [];
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
    { client },
    { TopicArn: topicArn },
  )) {
    for (const { Endpoint = '', SubscriptionArn = '' } of Subscriptions) {
      found.push({ endpoint: Endpoint, isConfirmed: SubscriptionArn.startsWith('arn:') });
    }
  }
  return found;
}
