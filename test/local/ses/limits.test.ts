import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, sharedCloud } from '../../support/local/assembly.ts';

const cloud = sharedCloud({
  resources: {
    Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'vendor.example' } },
  },
});

let ses: SESClient;
beforeAll(() => {
  ses = new SESClient({ ...clientOf(cloud()), maxAttempts: 1 });
});
beforeEach(() => {
  cloud().setMailAccount({});
});

interface Letter {
  readonly from?: string;
  readonly to?: readonly string[];
  readonly tag?: readonly [name: string, value: string];
  readonly bytes?: number;
}

/** Sends a mail; gives `sent`, or the name and the words of the error. */
async function send({
  from = 'renewals@vendor.example',
  to = ['jane@customer.example'],
  tag,
  bytes = 0,
}: Letter) {
  const Data = Buffer.from(`From: Vendor <${from}>\r\n\r\n${'x'.repeat(bytes)}`);
  const Tags = tag === undefined ? [] : [{ Name: tag[0], Value: tag[1] }];
  const command = new SendRawEmailCommand({
    RawMessage: { Data },
    Source: from,
    Destinations: [...to],
    Tags,
  });
  try {
    await ses.send(command);
    return 'sent';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

const recipients = (count: number) =>
  Array.from({ length: count }, (_, index) => `c${index}@customer.example`);

describe('a message', () => {
  test.each([
    ['of 10 MB', { bytes: 10 * 1024 * 1024 - 100 }, /^sent$/],
    [
      'of more',
      { bytes: 10 * 1024 * 1024 },
      /^InvalidParameterValue: Message length is more than 10485760 bytes long/,
    ],
    ['to 50 recipients', { to: recipients(50) }, /^sent$/],
    ['to more', { to: recipients(51) }, /^InvalidParameterValue: Recipient count exceeds 50\.$/],
    [
      'to an address that is not ASCII',
      { to: ['jäne@customer.example'] },
      /^InvalidParameterValue: Local address/,
    ],
    ['with a tag of 256 characters', { tag: ['mail', 'x'.repeat(256)] }, /^sent$/],
    [
      'with a longer one',
      { tag: ['mail', 'x'.repeat(257)] },
      /^InvalidParameterValue: Tag value .* is longer than 256/,
    ],
    [
      'with a tag that has an umlaut',
      { tag: ['mail', 'Müller'] },
      /^InvalidParameterValue: Invalid tag value <Müller>/,
    ],
    [
      'with a tag that has a space',
      { tag: ['a mail', 'x'] },
      /^InvalidParameterValue: Invalid tag name <a mail>/,
    ],
  ] as const)('%s', async (_, letter, answer) => {
    expect(await send(letter)).toMatch(answer);
  });
});

describe('an account', () => {
  const failed = 'The following identities failed the check in region US-EAST-1';

  test('sends from its identities and what is below them, and from no other', async () => {
    expect(await send({ from: 'one@mail.vendor.example' })).toBe('sent');
    expect(await send({ from: 'one@other.example' })).toBe(
      `MessageRejected: Email address is not verified. ${failed}: one@other.example`,
    );
    cloud().setMailAccount({ verified: ['one@other.example'] });
    expect(await send({ from: 'one@other.example' })).toBe('sent');
    cloud().setMailAccount({ unverified: ['vendor.example'] });
    expect(await send({})).toMatch(/^MessageRejected: Email address is not verified\./);
  });

  test('in the sandbox sends to verified addresses and the simulator only', async () => {
    cloud().setMailAccount({ isInSandbox: true, verified: ['jane@customer.example'] });
    expect(await send({ to: ['jane@customer.example', 'success@simulator.amazonses.com'] })).toBe('sent');
    expect(await send({ to: ['jane@customer.example', 'john@customer.example'] })).toBe(
      `MessageRejected: Email address is not verified. ${failed}: john@customer.example`,
    );
  });

  test('sends nothing while sending is paused', async () => {
    cloud().setMailAccount({ isPaused: true });
    expect(await send({})).toMatch(/^MessageRejected: Sending paused for this account\./);
  });

  test('has a quota of recipients in 24 hours', async () => {
    cloud().clock.set('2026-01-15T11:00:00Z');
    cloud().setMailAccount({ perDay: 3 });
    expect(await send({ to: recipients(2) })).toBe('sent');
    expect(await send({ to: recipients(2) })).toBe('Throttling: Daily message quota exceeded.');
    expect(await send({})).toBe('sent');
    cloud().clock.set('2026-01-16T11:00:01Z');
    expect(await send({})).toBe('sent');
  });

  test('has a rate', async () => {
    cloud().setMailAccount({ perSecond: 2 });
    const answers = await Promise.all([send({}), send({}), send({}), send({}), send({})]);
    expect(answers).toContain('Throttling: Maximum sending rate exceeded.');
    expect(answers).toContain('sent');
  });
});

test('an identity is verified unless the account says otherwise, and one that is not there is not found', async () => {
  const settings = new SESv2Client({ ...clientOf(cloud()), maxAttempts: 1 });
  const identity = (EmailIdentity: string) => settings.send(new GetEmailIdentityCommand({ EmailIdentity }));
  const isVerified = { VerifiedForSendingStatus: true, DkimAttributes: { Status: 'SUCCESS' } };
  expect(await identity('vendor.example')).toMatchObject(isVerified);
  cloud().setMailAccount({ unverified: ['vendor.example'], verified: ['one@other.example'] });
  expect(await identity('vendor.example')).toMatchObject({
    VerifiedForSendingStatus: false,
    DkimAttributes: { Status: 'PENDING' },
  });
  await expect(identity('nobody.example')).rejects.toMatchObject({ name: 'NotFoundException' });
});
