import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { clientOf, sharedCloud } from '../../support/local/assembly.ts';

const cloud = sharedCloud({
  resources: {
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'queue' } },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'HMAC_256' } },
    Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/key', TargetKeyId: { Ref: 'Key' } } },
  },
});

test('the events of a request have 256 KB at the most', async () => {
  const events = new EventBridgeClient(clientOf(cloud()));
  const entry = (bytes: number) => ({
    Source: 's',
    DetailType: 'd',
    Detail: JSON.stringify({ x: 'x'.repeat(bytes - 2 - '{"x":""}'.length) }),
  });
  const put = (...sizes: readonly number[]) =>
    events.send(new PutEventsCommand({ Entries: sizes.map(entry) }));
  await expect(put(200_000, 262_144 - 200_000)).resolves.toMatchObject({ FailedEntryCount: 0 });
  await expect(put(200_000, 262_145 - 200_000)).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Total size of the entries in the request is over the limit.',
  });
});

test('a message of a queue has 1 MB at the most', async () => {
  const sqs = new SQSClient(clientOf(cloud()));
  const QueueUrl = `${cloud().endpoint}/000000000000/queue`;
  const send = (bytes: number) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(bytes) }));
  await expect(send(1024 * 1024)).resolves.toHaveProperty('MessageId');
  await expect(send(1024 * 1024 + 1)).rejects.toMatchObject({
    message: 'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.',
  });
});

test('a message that KMS makes a code of has 4,096 bytes at the most', async () => {
  const kms = new KMSClient(clientOf(cloud()));
  const mac = (bytes: number) =>
    kms.send(
      new GenerateMacCommand({
        KeyId: 'alias/key',
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.alloc(bytes, 1),
      }),
    );
  await expect(mac(4096)).resolves.toHaveProperty('Mac');
  await expect(mac(4097)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining("Value at 'message' failed to satisfy constraint") as string,
  });
});
