import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

/** About how many messages wait in a queue. */
export async function messagesIn(queueUrl: string): Promise<number> {
  const { Attributes } = await new SQSClient({ useQueueUrlAsEndpoint: false }).send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  );
  return Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
}
