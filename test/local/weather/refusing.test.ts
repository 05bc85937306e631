import {
  DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, expect, it } from 'vitest';
import { type Ask, askInMemory } from '../../../local/endpoint/in-memory.ts';
import type { ServiceAnswer, ServiceRequest } from '../../../local/endpoint/exchange.ts';
import { type NamedRequest, nameRequest } from '../../../local/weather/named-request.ts';
import { Random } from '../../../local/weather/random.ts';
import { conflict, fail, throttle } from '../../../local/weather/refusing.ts';

const endpoint = 'http://127.0.0.1:65123';
const settings = {
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
};
const requests: ServiceRequest[] = [];
let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  requests.length = 0;
});

/** Has the SDK's requests answered in this way. */
function answeredBy(answer: (named: NamedRequest) => ServiceAnswer): void {
  const ask: Ask = (request) => {
    requests.push(request);
    const named = nameRequest(request);
    if (named === undefined) throw new Error('not signed');
    return Promise.resolve(answer(named));
  };
  stop = askInMemory(endpoint, ask);
}

const dynamodb = new DynamoDBClient(settings);
const s3 = new S3Client({ ...settings, forcePathStyle: true });
const put = { TableName: 'T', Item: { id: { S: 'one' } } };
const transaction = new TransactWriteItemsCommand({ TransactItems: [{ Put: put }, { Put: put }] });
const mail = { RawMessage: { Data: Buffer.from('Subject: Hello\r\n\r\nHello') } };

const sends = {
  DynamoDB: () => dynamodb.send(new PutItemCommand(put)),
  S3: () => s3.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'x', IfNoneMatch: '*' })),
  KMS: () => new KMSClient(settings).send(new EncryptCommand({ KeyId: 'k', Plaintext: Buffer.from('x') })),
  SES: () => new SESClient(settings).send(new SendRawEmailCommand(mail)),
  SNS: () => new SNSClient(settings).send(new PublishCommand({ TopicArn: 'arn:t', Message: 'x' })),
  SQS: () =>
    new SQSClient(settings).send(new SendMessageCommand({ QueueUrl: `${endpoint}/1/q`, MessageBody: 'x' })),
};

const seed = new Random(1);

it.each([
  ['DynamoDB', /^(ThrottlingException|ProvisionedThroughputExceededException)$/, 400],
  ['S3', /^SlowDown$/, 503],
  ['KMS', /^ThrottlingException$/, 400],
  ['SES', /^Throttling$/, 400],
  ['SNS', /^(Throttled|ThrottledException)$/, 429],
  ['SQS', /^RequestThrottled$/, 403],
] as const)('%s throttles in a form in which the SDK knows it', async (service, name, httpStatusCode) => {
  answeredBy((named) => throttle(named, seed));
  await expect(sends[service]()).rejects.toMatchObject({
    name: expect.stringMatching(name) as string,
    $metadata: { httpStatusCode },
  });
});

it.each(['DynamoDB', 'S3', 'KMS', 'SES', 'SNS', 'SQS'] as const)('%s fails with a 500', async (service) => {
  answeredBy(({ service: named }) => fail(named));
  await expect(sends[service]()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
});

it('an SDK that may repeat repeats what was throttled', async () => {
  answeredBy((named) => throttle(named, seed));
  const patient = new DynamoDBClient({ ...settings, maxAttempts: 3 });
  await expect(patient.send(new PutItemCommand(put))).rejects.toThrow();
  expect(requests).toHaveLength(3);
});

it('a write meets a transaction, and a transaction is cancelled with a reason for each action', async () => {
  answeredBy(conflict);
  await expect(sends.DynamoDB()).rejects.toMatchObject({ name: 'TransactionConflictException' });
  const cancelled: unknown = await dynamodb.send(transaction).catch((error: unknown) => error);
  expect(cancelled).toBeInstanceOf(TransactionCanceledException);
  expect(cancelled).toMatchObject({
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
});

it('a transaction can be throttled by one of its actions', async () => {
  // The first seed of which it is so.
  const seeds = Array.from({ length: 20 }, (_, number) => number);
  const chosen = seeds.find((number) => new Random(number).is(0.5)) ?? 0;
  answeredBy((named) => throttle(named, new Random(chosen)));
  await expect(dynamodb.send(transaction)).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [
      { Code: expect.stringMatching(/^(ThrottlingError|ProvisionedThroughputExceeded)$/) as string },
      { Code: 'None' },
    ],
  });
});

it('a conditional write of an object meets another', async () => {
  answeredBy(conflict);
  await expect(sends.S3()).rejects.toMatchObject({
    name: 'ConditionalRequestConflict',
    $metadata: { httpStatusCode: 409 },
  });
});
