import * as z from 'zod';
import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';
import type { Facts } from './facts.ts';

/** Operations of SQS that act on several messages at once and need the action for one. */
const batches = /^(SendMessage|DeleteMessage|ChangeMessageVisibility)Batch$/;

const queue = z.looseObject({ QueueUrl: z.string().optional(), QueueName: z.string().optional() });

/** Operations of SQS that name no queue yet. */
const withoutQueue = new Set(['ListQueues']);

/** What a request to SQS does. */
export function sqsCalls(operation: string, body: unknown, account: Account): Call[] {
  const action = `sqs:${operation.replace(batches, '$1')}`;
  if (withoutQueue.has(operation)) return [{ action, resource: '*' }];
  const { QueueUrl, QueueName } = queue.parse(body);
  const reference = QueueUrl ?? QueueName ?? '';
  return [{ action, resource: arn(account, 'sqs', reference.slice(reference.lastIndexOf('/') + 1)) }];
}

/**
 * Sending a message to a queue, given by its ARN.
 * @param sourceArn of the resource for which a service of AWS sends it
 */
export function sendMessage(queueArn: string, sourceArn?: string): Call {
  const context = sourceArn === undefined ? {} : { context: { 'aws:sourcearn': [sourceArn] } };
  return { action: 'sqs:SendMessage', resource: queueArn, ...context };
}

/** Taking messages from a queue, given by its ARN, for a function. */
export function receiveMessages(queueArn: string): Call[] {
  const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  return actions.map((action) => ({ action, resource: queueArn }));
}

/** What a request to SNS does; publishing to a topic that a key encrypts uses the key too. */
export function snsCalls(form: URLSearchParams, { topicKeys }: Facts): Call[] {
  const action = form.get('Action') ?? '';
  const resource = form.get('TopicArn') ?? '*';
  const key = /^Publish(Batch)?$/.test(action) ? topicKeys.get(resource) : undefined;
  const ofKey = key === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt'];
  return [
    { action: `sns:${action.replace(/Batch$/, '')}`, resource },
    ...ofKey.map((name) => ({ action: name, resource: key ?? '' })),
  ];
}
