import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Mailer } from '../../../adapters/ses/mailer.ts';
import { openCloud, type TestCloud, type Treatment } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let mailer: Mailer;

beforeAll(async () => {
  cloud = await openCloud();
  mailer = new Mailer(process.env);
});
afterAll(() => cloud.stop());
afterEach(() => {
  vi.useRealTimers();
});

const mail = { mailId: 'L-1-00000003-reminder', attempts: 2 };
const letter = {
  from: 'renewals@vendor.example',
  to: ['jane@customer.example', 'partner@reseller.example'],
  message: Buffer.from('Subject: hello\r\n\r\nhello'),
};

test('a mail goes to every recipient as it is, tagged with its id and attempt', async () => {
  const outcome = await mailer.send(mail, letter);
  expect(outcome).toEqual({ outcome: 'sent', messageId: 'ses-1' });
  expect(cloud.posted).toEqual([
    {
      mailId: 'L-1-00000003-reminder',
      attempt: '2',
      destinations: letter.to,
      message: 'Subject: hello\r\n\r\nhello',
    },
  ]);
});

test('a mail that SES rejects was certainly not sent, and the reason names no address', async () => {
  cloud.treatments.push('reject');
  const outcome = await mailer.send(mail, letter);
  expect(outcome).toEqual({
    outcome: 'rejected',
    reason: 'InvalidParameterValue: Missing final domain: (address)',
  });
});

test('a throttled mail was certainly not sent, and may be tried again', async () => {
  cloud.treatments.push('throttle');
  expect(await mailer.send(mail, letter)).toMatchObject({ outcome: 'throttled' });
});

test.each([
  [400, 'MessageRejected', 'Email address is not verified: jane@customer.example', 'trouble'],
  [400, 'MessageRejected', 'Sending paused for this account. For more information, please check', 'trouble'],
  [400, 'MessageRejected', 'Sending suspended for this account. For more information, please', 'trouble'],
  [400, 'MessageRejected', 'Email content is invalid', 'rejected'],
  [400, 'Throttling', 'Daily message quota exceeded.', 'trouble'],
  [400, 'AccountSendingPausedException', 'Email sending is disabled for your AWS account.', 'trouble'],
  [400, 'ConfigurationSetSendingPausedException', 'Sending is paused for the set.', 'trouble'],
  [400, 'MailFromDomainNotVerifiedException', 'The MAIL FROM domain is not verified.', 'trouble'],
  [400, 'RequestExpired', 'Request timestamp is too old', 'trouble'],
  [403, 'AccessDenied', 'not authorized to perform ses:SendRawEmail', 'trouble'],
  [403, 'SignatureDoesNotMatch', 'Signature expired', 'trouble'],
  [403, 'OptInRequired', 'The AWS Access Key Id needs a subscription for the service', 'trouble'],
])('%i %s (%s) is %s', async (httpStatusCode, name, message, outcome) => {
  const ses = mockClient(SESClient);
  const error = new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });
  ses.on(SendRawEmailCommand).rejects(error);
  expect(await mailer.send(mail, letter)).toMatchObject({ outcome });
  ses.restore();
});

test.each<Treatment>(['break', 'cut off unread', 'accept and cut off'])(
  'where SES does not say (%s) it is unknown whether the mail went out, and it is sent no second time',
  async (treatment) => {
    const before = cloud.posted.length;
    cloud.treatments.push(treatment);
    expect(await mailer.send(mail, letter)).toMatchObject({ outcome: 'unknown' });
    expect(cloud.treatments).toEqual([]);
    expect(cloud.posted.length - before).toBe(treatment === 'accept and cut off' ? 1 : 0);
  },
);

test('an answer that does not come in time is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  cloud.treatments.push('never answer');
  const outcome = mailer.send(mail, letter);
  await vi.waitFor(() => {
    expect(cloud.treatments).toEqual([]);
  });
  await vi.advanceTimersByTimeAsync(11_000);
  expect(await outcome).toMatchObject({ outcome: 'unknown' });
});

test('a mail that never reached SES was certainly not sent', async () => {
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  process.env['AWS_ENDPOINT_URL'] = 'http://127.0.0.1:9';
  const unreachable = await new Mailer(process.env).send(mail, letter);
  process.env['AWS_ENDPOINT_URL'] = endpoint;
  expect(unreachable).toMatchObject({ outcome: 'trouble' });
});
