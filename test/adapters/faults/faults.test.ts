import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DueIndex } from '../../../adapters/dynamodb/licences/due-index.ts';
import {
  ConcurrentChange,
  isPassing,
  orLostRace,
  orMetTransaction,
  orThrottled,
  Throttled,
} from '../../../adapters/dynamodb/table/faults.ts';
import { StopLinkChecks, StopLinks } from '../../../adapters/kms/stop-links.ts';
import { UpdatePasswords } from '../../../adapters/kms/update-passwords.ts';
import { OperatorsTopic } from '../../../adapters/messaging/operators-topic.ts';
import { RejectedPayments } from '../../../adapters/messaging/rejected-payments.ts';
import { DocumentFiles } from '../../../adapters/s3/document-files.ts';
import { Mailer } from '../../../adapters/ses/mailer.ts';
import { civilDate } from '../../../domain/calendar.ts';

/** Faults of services that no emulator provokes; what the adapters make of others is tested on the embedded cloud. */

const settings = {
  LICENCES_TABLE: 'Licences',
  NUMBERS_TABLE: 'Numbers',
  DUE_SHARDS: '1',
  DOCUMENTS_BUCKET: 'documents',
  UPDATE_PASSWORD_KEY: 'key',
  STOP_LINK_KEY: 'key',
  STOP_LINK_ADDRESS: 'https://stop.example/',
  OPERATORS_TOPIC: 'topic',
  REJECTED_PAYMENTS_QUEUE: 'https://sqs.example/rejected',
  CONFIGURATION_SET: 'perennial',
};
const today = civilDate('2026-03-01');
const $metadata = {};

const dynamodb = mockClient(DynamoDBDocumentClient);
const kms = mockClient(KMSClient);
const s3 = mockClient(S3Client);
const ses = mockClient(SESClient);
const sns = mockClient(SNSClient);
const sqs = mockClient(SQSClient);

beforeEach(() => {
  for (const service of [dynamodb, kms, s3, ses, sns, sqs]) service.reset();
  vi.spyOn(Math, 'random').mockReturnValue(0); // no pauses
});
afterEach(() => {
  vi.restoreAllMocks();
});

const named = (name: string) => Object.assign(new Error('an answer of the service'), { name });

function cancelled(...codes: readonly string[]): TransactionCanceledException {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return new TransactionCanceledException({ $metadata, message: 'cancelled', CancellationReasons });
}

function s3Fault(httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({ $metadata: { httpStatusCode }, $fault: 'client', name: 'Fault' });
}

describe('DynamoDB', () => {
  test.each([
    ['a condition that did not hold', new ConditionalCheckFailedException({ $metadata, message: '' })],
    ['a transaction one of whose conditions did not hold', cancelled('None', 'ConditionalCheckFailed')],
    ['a transaction that met another', cancelled('TransactionConflict', 'None')],
  ])('%s is a change at the same time', (_, error) => {
    expect(orLostRace(error, 'licence L-1')).toMatchObject({ name: 'ConcurrentChange' });
  });

  test('a plain write that met a transaction is a change at the same time', () => {
    expect(orMetTransaction(named('TransactionConflictException'))).toMatchObject({
      name: 'ConcurrentChange',
    });
  });

  test.each([
    ['ProvisionedThroughputExceededException', named('ProvisionedThroughputExceededException')],
    ['ThrottlingException', named('ThrottlingException')],
    ['a transaction that was throttled', cancelled('None', 'ThrottlingError')],
  ])('%s is throttling', (_, error) => {
    expect(orThrottled(error, 'DynamoDB')).toMatchObject({ name: 'Throttled' });
  });

  test.each([cancelled('ValidationError'), named('InternalServerError'), named('TimeoutError')])(
    'anything else stays what it is',
    (error) => {
      expect(orLostRace(orMetTransaction(orThrottled(error, 'DynamoDB')), 'licence L-1')).toBe(error);
    },
  );

  test('an index is read page by page, to its end', async () => {
    const row = (licenceId: string) => ({ licenceId, customerId: 'C-1', dueOn: '2026-02-01' });
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [row('L-1')], LastEvaluatedKey: { licenceId: 'L-1' } })
      .resolvesOnce({ Items: [], LastEvaluatedKey: { licenceId: 'L-1' } })
      .resolves({ Items: [row('L-2')] });
    const index = new DueIndex(
      DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })),
      settings,
    );
    expect(await Array.fromAsync(index.dueLicences('plan', today))).toEqual(['L-1', 'L-2']);
  });
});

describe('S3', () => {
  const pdf = Buffer.from('mine');
  const keep = () => new DocumentFiles(settings).keep('a.pdf', pdf);

  test('a document is stored again where another conditional put was under way', async () => {
    s3.on(PutObjectCommand).rejectsOnce(s3Fault(409)).resolves({});
    expect(await keep()).toBe(pdf);
  });

  test('and where that one won, its document counts', async () => {
    s3.on(PutObjectCommand).rejectsOnce(s3Fault(409)).rejects(s3Fault(412));
    const theirs = { transformToByteArray: () => Promise.resolve(Buffer.from('theirs')) };
    s3.on(GetObjectCommand).resolves({ Body: theirs as never });
    expect(String(await keep())).toBe('theirs');
  });

  test('any other fault is thrown', async () => {
    s3.on(PutObjectCommand).rejects(s3Fault(403));
    await expect(keep()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  test.each([403, 404])('a document whose header is answered with %s is deleted already', async (status) => {
    s3.on(HeadObjectCommand).rejects(s3Fault(status));
    await expect(new DocumentFiles(settings).delete('a.pdf')).resolves.toBeUndefined();
  });

  test('a document that may not be deleted does not count as deleted', async () => {
    s3.on(HeadObjectCommand).resolves({ VersionId: 'v1' });
    s3.on(DeleteObjectCommand).rejects(s3Fault(403));
    await expect(new DocumentFiles(settings).delete('a.pdf')).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });
});

describe('KMS', () => {
  test('that throttles is known by name', async () => {
    kms.on(GenerateMacCommand).rejects(named('ThrottlingException'));
    kms.on(VerifyMacCommand).rejects(named('ThrottlingException'));
    const throttled = { name: 'Throttled' };
    await expect(new UpdatePasswords(settings).passwordOf('L-1', 'Tube', '2.1')).rejects.toMatchObject(
      throttled,
    );
    await expect(new StopLinks(settings).linkFor('L-1', today)).rejects.toMatchObject(throttled);
    const token = `claim.${Buffer.alloc(32).toString('base64url')}`;
    await expect(new StopLinkChecks(settings).licenceOf(token, today)).rejects.toMatchObject(throttled);
  });

  test('rejects a forged link, which is for no licence', async () => {
    kms.on(VerifyMacCommand).rejects(new KMSInvalidMacException({ $metadata, message: '' }));
    const token = `claim.${Buffer.alloc(32).toString('base64url')}`;
    expect(await new StopLinkChecks(settings).licenceOf(token, today)).toBeUndefined();
  });
});

describe('SES', () => {
  const send = () =>
    new Mailer(settings).send(
      { mailId: 'L-1-00000001-quote', attempts: 1 },
      { from: 'a@vendor.example', to: ['b@customer.example'], message: Buffer.from('') },
    );

  test.each([
    [
      'a name that cannot be resolved',
      Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }),
      'trouble',
    ],
    ['no credentials', named('CredentialsProviderError'), 'trouble'],
    ['a time-out', named('TimeoutError'), 'unknown'],
    ['a connection that was reset', Object.assign(new Error('reset'), { code: 'ECONNRESET' }), 'unknown'],
  ])('by %s a mail is %s', async (_, error, outcome) => {
    ses.on(SendRawEmailCommand).rejects(error);
    expect(await send()).toMatchObject({ outcome });
  });

  test('an answer without an id leaves the mail unknown', async () => {
    ses.on(SendRawEmailCommand).resolves({});
    expect(await send()).toMatchObject({ outcome: 'unknown' });
  });
});

describe('SNS', () => {
  const publish = () => new OperatorsTopic(settings).publish('subject'.repeat(30), 'text');
  const answer = (httpStatusCode: number) =>
    new SNSServiceException({ $metadata: { httpStatusCode }, $fault: 'client', name: 'Fault' });

  test('cuts a subject that is too long, rather than lose the text', async () => {
    sns.on(PublishCommand).resolves({});
    await publish();
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input.Subject).toHaveLength(99);
  });

  test('has certainly not taken what it answers with 4xx', async () => {
    sns.on(PublishCommand).rejects(answer(429));
    await expect(publish()).rejects.toMatchObject({ name: 'NotPublished' });
  });

  test.each([answer(500), named('TimeoutError')])(
    'may have taken it after any other fault',
    async (error) => {
      sns.on(PublishCommand).rejects(error);
      await expect(publish()).rejects.toBe(error);
    },
  );
});

describe('SQS', () => {
  test('gets of a long event its beginning, with the reason', async () => {
    sqs.on(SendMessageCommand).resolves({});
    await new RejectedPayments(settings).put('why', { text: 'x'.repeat(300_000) });
    const { MessageBody = '' } = sqs.commandCalls(SendMessageCommand)[0]?.args[0].input ?? {};
    expect(MessageBody.length).toBeLessThan(256 * 1024);
    expect(JSON.parse(MessageBody)).toMatchObject({ reason: 'why' });
  });
});

describe('an error', () => {
  const of = (name: string, members: object = {}) => Object.assign(new Error('why'), { name, ...members });
  const answered = (name: string, httpStatusCode: number) => of(name, { $metadata: { httpStatusCode } });

  test.each([
    ['another write came first', new ConcurrentChange('licence L-1')],
    ['a service throttles', new Throttled('DynamoDB is throttling requests')],
    ['S3 is busy', answered('SlowDown', 503)],
    ['a service is ill', answered('InternalError', 500)],
    ['a service takes no more requests', answered('TooManyRequests', 429)],
    ['the connection broke', of('Error', { code: 'ECONNRESET' })],
    ['no answer came', of('TimeoutError')],
  ])('passes by itself: %s', (_, error) => {
    expect(isPassing(error)).toBe(true);
  });

  test.each([
    ['a request is refused', answered('AccessDenied', 403)],
    ['a request is not valid', answered('ValidationException', 400)],
    ['the code is wrong', new TypeError('undefined is not a function')],
    ['something else is thrown', 'why'],
  ])('does not: %s', (_, error) => {
    expect(isPassing(error)).toBe(false);
  });
});
