import { GenerateMacCommand, KMSClient, VerifyMacCommand } from '@aws-sdk/client-kms';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { describe, expect, test } from 'vitest';
import type { MailAccount } from '../../../local/ses/account.ts';
import { clientOf, sharedCloud } from '../../support/local/assembly.ts';
import { ModelKms } from '../../weather/services/kms.ts';
import { ModelS3 } from '../../weather/services/s3.ts';
import { type AccountTrouble, ModelSes } from '../../weather/services/ses.ts';

const Bucket = 'documents';
const sender = 'renewals@vendor.example';

interface Command {
  readonly input: object;
  readonly constructor: { readonly name: string };
}

/** One of the implementations of S3, SES and KMS. */
interface Services {
  readonly s3: (command: Command) => Promise<unknown>;
  readonly ses: (command: Command, trouble?: AccountTrouble) => Promise<unknown>;
  readonly kms: (command: Command) => Promise<unknown>;
  /** Of an HMAC key. */
  readonly keyId: string;
}

/** How the embedded cloud's account comes into a trouble that the simulation knows. */
const accounts: Readonly<Record<AccountTrouble, MailAccount>> = {
  quota: { perDay: 0 },
  sandbox: { isInSandbox: true },
  paused: { isPaused: true },
};

function embedded(): () => Services {
  const shared = sharedCloud({
    resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: Bucket } },
      Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'vendor.example' } },
      Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' } },
    },
    outputs: { Key: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
  });
  return () => {
    const cloud = shared();
    const config = { ...clientOf(cloud), maxAttempts: 1 };
    return {
      s3: (command) => new S3Client(config).send(command as never),
      ses: (command, trouble) => {
        cloud.setMailAccount(trouble === undefined ? {} : accounts[trouble]);
        return new SESClient(config).send(command as never);
      },
      kms: (command) => new KMSClient(config).send(command as never),
      keyId: cloud.outputs['Key'] ?? '',
    };
  };
}

function model(): () => Services {
  const [s3, ses, kms] = [new ModelS3(), new ModelSes(() => undefined), new ModelKms()];
  const asked = async (answer: () => object) => await Promise.resolve().then(answer);
  const services: Services = {
    s3: (command) => asked(() => s3.answer(command.constructor.name, { ...command.input })),
    ses: (command, trouble) =>
      asked(() => ses.answer(command.constructor.name, { ...command.input }, 0, trouble)),
    kms: (command) => asked(() => kms.answer(command.constructor.name, { ...command.input })),
    keyId: 'key',
  };
  return () => services;
}

/** What a service refuses with, by which the application decides; `done` where it does not refuse. */
async function refusalOf(answer: Promise<unknown>) {
  try {
    await answer;
    return 'done';
  } catch (thrown) {
    const { name, $metadata } = thrown as { name: string; $metadata?: { httpStatusCode?: number } };
    return `${$metadata?.httpStatusCode} ${name}`;
  }
}

/** The first sentence that a service refuses with. */
async function wordsOf(answer: Promise<unknown>): Promise<string> {
  const message = await answer.then(
    () => '',
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
  return message.split('. ')[0]?.replace(/\.$/, '') ?? '';
}

describe.each([
  ['the embedded cloud', embedded],
  ['the model of the simulation', model],
])('by %s', (_, open) => {
  const services = open();

  describe('S3', () => {
    const put = (Key: string, Body: string, IfNoneMatch?: string) =>
      services().s3(new PutObjectCommand({ Bucket, Key, Body: Buffer.from(Body), IfNoneMatch }));
    const read = async (Key: string) => {
      const { Body } = (await services().s3(new GetObjectCommand({ Bucket, Key }))) as {
        Body: { transformToString: () => Promise<string> };
      };
      return Body.transformToString();
    };

    test('an object is what was put last, and is not put where one is there and the request minds', async () => {
      expect(await refusalOf(put('a', 'first', '*'))).toBe('done');
      expect(await refusalOf(put('a', 'second', '*'))).toBe('412 PreconditionFailed');
      expect(await read('a')).toBe('first');
      await put('a', 'third');
      expect(await read('a')).toBe('third');
    });

    test('what is not there can be deleted, and not read', async () => {
      const place = { Bucket, Key: 'none' };
      expect(await refusalOf(services().s3(new GetObjectCommand(place)))).toBe('404 NoSuchKey');
      expect(await refusalOf(services().s3(new HeadObjectCommand(place)))).toBe('404 NotFound');
      expect(await refusalOf(services().s3(new DeleteObjectCommand(place)))).toBe('done');
    });

    test('what is deleted is gone', async () => {
      await put('b', 'text');
      await services().s3(new DeleteObjectCommand({ Bucket, Key: 'b' }));
      expect(await refusalOf(services().s3(new GetObjectCommand({ Bucket, Key: 'b' })))).toBe(
        '404 NoSuchKey',
      );
    });

    test('parts are put together in the order of their numbers', async () => {
      const place = { Bucket, Key: 'parts' };
      const { UploadId } = (await services().s3(new CreateMultipartUploadCommand(place))) as {
        UploadId: string;
      };
      const Parts = [];
      for (const PartNumber of [2, 1]) {
        const Body = Buffer.alloc(5 * 1024 * 1024, String(PartNumber));
        const part = new UploadPartCommand({ ...place, UploadId, PartNumber, Body });
        const { ETag } = (await services().s3(part)) as { ETag: string };
        Parts.unshift({ PartNumber, ETag });
      }
      await services().s3(
        new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }),
      );
      const whole = await read('parts');
      expect([whole.length, whole.lastIndexOf('1') + 1, whole.indexOf('2')]).toEqual([
        10 * 1024 * 1024,
        5 * 1024 * 1024,
        5 * 1024 * 1024,
      ]);
    });

    test('a part of no upload is refused', async () => {
      const part = { Bucket, Key: 'parts', UploadId: 'none', PartNumber: 1, Body: Buffer.from('1') };
      expect(await refusalOf(services().s3(new UploadPartCommand(part)))).toBe('404 NoSuchUpload');
    });
  });

  describe('SES', () => {
    const mail = (members: object = {}) =>
      new SendRawEmailCommand({
        Source: sender,
        Destinations: ['jane@customer.example'],
        RawMessage: { Data: Buffer.from(`From: ${sender}\r\n\r\nhello`) },
        ...members,
      });

    test('a mail is taken', async () => {
      expect(await services().ses(mail())).toMatchObject({ MessageId: expect.any(String) as string });
    });

    test.each([
      ['to 51 recipients', { Destinations: Array.from({ length: 51 }, (_, n) => `c${n}@customer.example`) }],
      ['of more than 10 MB', { RawMessage: { Data: Buffer.alloc(10 * 1024 * 1024 + 1, 'x') } }],
      ['with a tag that is too long', { Tags: [{ Name: 'mail', Value: 'x'.repeat(257) }] }],
      ['with a tag of other letters', { Tags: [{ Name: 'mail', Value: 'a b' }] }],
      ['to an address that is not ASCII', { Destinations: ['jäne@customer.example'] }],
    ])('a mail %s is refused, whatever the account', async (_name, members) => {
      expect(await refusalOf(services().ses(mail(members)))).toBe('400 InvalidParameterValue');
    });

    test.each([
      ['quota', '400 Throttling', 'Daily message quota exceeded'],
      ['sandbox', '400 MessageRejected', 'Email address is not verified'],
      ['paused', '400 MessageRejected', 'Sending paused for this account'],
    ] as const)('an account in trouble (%s) takes no mail', async (trouble, refusal, words) => {
      expect(await refusalOf(services().ses(mail(), trouble))).toBe(refusal);
      expect(await wordsOf(services().ses(mail(), trouble))).toBe(words);
    });
  });

  describe('KMS', () => {
    const of = (text: string) => ({
      KeyId: services().keyId,
      MacAlgorithm: 'HMAC_SHA_256' as const,
      Message: Buffer.from(text),
    });

    test('a code is valid for its message only', async () => {
      const { Mac } = (await services().kms(new GenerateMacCommand(of('L-1')))) as { Mac: Uint8Array };
      expect(await refusalOf(services().kms(new VerifyMacCommand({ ...of('L-1'), Mac })))).toBe('done');
      expect(await refusalOf(services().kms(new VerifyMacCommand({ ...of('L-2'), Mac })))).toBe(
        '400 KMSInvalidMacException',
      );
    });

    test('a message has 4,096 bytes at the most', async () => {
      expect(await refusalOf(services().kms(new GenerateMacCommand(of('x'.repeat(4096)))))).toBe('done');
      expect(await refusalOf(services().kms(new GenerateMacCommand(of('x'.repeat(4097)))))).toBe(
        '400 ValidationException',
      );
    });
  });
});
