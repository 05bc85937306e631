import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startCloud } from '../../../local/cloud.ts';
import { clientOf, startTestCloud, tempFolder, writeAssembly } from '../../support/local/assembly.ts';

const assembly = () =>
  writeAssembly({
    resources: {
      Operators: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'operators' } },
      Kept: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'kept' } },
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: {
          Protocol: 'sqs',
          TopicArn: { Ref: 'Operators' },
          Endpoint: { 'Fn::GetAtt': ['Kept', 'Arn'] },
        },
      },
    },
    outputs: { Topic: { Value: { Ref: 'Operators' } }, Queue: { Value: { Ref: 'Kept' } } },
  });

test('what is published can be read back, after a restart too, and reaches a queue that subscribes', async () => {
  const [application, data] = [assembly(), tempFolder()];
  const first = await startCloud({ assembly: application, data });
  const TopicArn = first.outputs['Topic'];
  const { MessageId } = await new SNSClient(clientOf(first)).send(
    new PublishCommand({
      TopicArn,
      Subject: 'Digest of 15 January',
      Message: 'Two licences lapse & one "renews"',
    }),
  );
  const { Messages = [] } = await new SQSClient(clientOf(first)).send(
    new ReceiveMessageCommand({ QueueUrl: first.outputs['Queue'] }),
  );
  expect(Messages).toHaveLength(1);
  const published = [
    {
      messageId: MessageId,
      topicArn: TopicArn,
      subject: 'Digest of 15 January',
      message: 'Two licences lapse & one "renews"',
    },
  ];
  expect(first.messages()).toEqual(published);
  await first.stop();
  appendFileSync(join(data, 'topics', 'messages.jsonl'), '{"messageId":"cut o');
  const second = await startTestCloud(application, data);
  expect(second.messages()).toEqual(published);
});

test('a message that no topic takes is not kept', async () => {
  const cloud = await startTestCloud(assembly());
  const sns = new SNSClient({ ...clientOf(cloud), maxAttempts: 1 });
  const TopicArn = `${cloud.outputs['Topic'] ?? ''}-other`;
  await expect(sns.send(new PublishCommand({ TopicArn, Message: 'lost' }))).rejects.toThrow();
  expect(cloud.messages()).toEqual([]);
});
