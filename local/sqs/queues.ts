import type { Resource } from '../assembly/resolver.ts';
import type { Fauxqs } from '../shared/fauxqs.ts';

/** Properties of a queue that SQS takes as attributes, under the same names. */
const attributeNames = [
  'DelaySeconds',
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'FifoQueue',
  'ContentBasedDeduplication',
  'RedrivePolicy',
];

/** Makes the queue of an `AWS::SQS::Queue`. */
export async function provideQueue(fauxqs: Fauxqs, resource: Resource, name: string): Promise<void> {
  await fauxqs.askSqs('CreateQueue', { QueueName: name, Attributes: attributesOf(resource) });
}

function attributesOf(queue: Resource): Record<string, string> {
  const given = attributeNames.map((name): [string, unknown] => [name, queue.property(name)]);
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
    }),
  );
}
