import { expect, it } from 'vitest';
import {
  checkJournal,
  checkQueue,
  checkSchedule,
  checkSubscriptions,
  checkVersion,
} from '../../../cli/doctor/operation.ts';
import { checkPortal } from '../../../cli/doctor/portal.ts';
import { checkAccount, checkRate, checkSender } from '../../../cli/doctor/sending.ts';
import { checkTestMail } from '../../../cli/doctor/test-mail.ts';

const page = 'https://my.vendor.example';
const mailFrom = { domain: 'bounce.vendor.example', status: 'SUCCESS' };
const verified = { isVerified: true, dkim: 'SUCCESS', mailFrom };
const account = {
  isInProduction: true,
  isEnabled: true,
  enforcement: 'HEALTHY',
  perDay: 50_000,
  sentLastDay: 10,
  perSecond: 14,
};

it.each([
  ['an identity that is missing', checkSender('vendor.example', undefined), /no such identity/, /deploy/],
  [
    'DKIM that SES gave up',
    checkSender('vendor.example', { ...verified, isVerified: false, dkim: 'FAILED' }),
    /72 hours/,
    /off and on/,
  ],
  [
    'DKIM records that are not published yet',
    checkSender('vendor.example', { ...verified, isVerified: false, dkim: 'PENDING' }),
    /not verified yet/,
    /publish the records .* within 72 hours/,
  ],
  [
    'a MAIL FROM that is not verified',
    checkSender('vendor.example', { ...verified, mailFrom: { ...mailFrom, status: 'PENDING' } }),
    /bounce\.vendor\.example: PENDING/,
    /MX and TXT/,
  ],
  [
    'an adopted identity without a MAIL FROM',
    checkSender('vendor.example', { ...verified, mailFrom: undefined }),
    /SPF is not aligned/,
    /MAIL FROM/,
  ],
  [
    'the sandbox',
    checkAccount({ ...account, isInProduction: false }, undefined),
    /sandbox/,
    /^request production access in the SES console \(Account dashboard\)$/,
  ],
  ['paused sending', checkAccount({ ...account, isEnabled: false }, undefined), /paused/, /resume/],
  ['a review by AWS', checkAccount({ ...account, enforcement: 'PROBATION' }, undefined), /PROBATION/, /case/],
  ['a rate above the quota', checkRate(account, 20), /sendRate is 20/, /set sendRate to 14/],
  ['a quota that is used up', checkRate({ ...account, sentLastDay: 50_000 }, 14), /used up/, /higher quota/],
  ['a schedule that is missing', checkSchedule('a-plan', []), /none/, /deploy/],
  [
    'a disabled schedule',
    checkSchedule('a-plan', [{ name: 'a-plan', group: 'G', isEnabled: false }]),
    /disabled/,
    /group G/,
  ],
  ['no operators', checkSubscriptions([]), /nobody/, /operators/],
  [
    'a subscription that is not confirmed',
    checkSubscriptions([{ endpoint: 'jane@vendor.example', isConfirmed: false }]),
    /not confirmed: jane@vendor\.example/,
    /follow the link/,
  ],
  ['what could not be delivered', checkQueue('Undelivered', 2), /2 waiting/, /Dead letters/],
  ['a pipe that fails', checkJournal({ taken: 5, failed: 1 }, 7), /failed 1 times/, /log/],
  [
    'a domain of the page without a record',
    checkPortal(page, { problem: 'getaddrinfo ENOTFOUND my.vendor.example', code: 'ENOTFOUND' }),
    /my\.vendor\.example is not found in DNS/,
    /NextStepPublishRecordOfPortal/,
  ],
  [
    'a certificate for another name',
    checkPortal(page, {
      problem: 'Host: my.vendor.example is not in the names',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    }),
    /no valid certificate/,
    /ACM/,
  ],
  [
    'a page behind a certificate that is over',
    checkPortal(page, { problem: 'certificate has expired', code: 'CERT_HAS_EXPIRED' }),
    /certificate has expired/,
    /certificate of `portal`/,
  ],
  ['a page that is throttled', checkPortal(page, { status: 429 }), /throttled/, /dashboard.* 429/],
  ['a page whose function fails', checkPortal(page, { status: 500 }), /status 500/, /Step failing/],
  ['a page that is another site', checkPortal(page, { status: 404 }), /status 404/, /deploy/],
  ['a page that does not answer', checkPortal(page, { problem: 'timed out' }), /timed out/, /network/],
  ['another version', checkVersion('1.0.0', '0.9.0'), /0\.9\.0 is deployed/, /deploy/],
])('finds %s, and says what to do', (_what, finding, found, remedy) => {
  expect(finding).toMatchObject({
    result: 'failed',
    found: expect.stringMatching(found) as string,
    remedy: expect.stringMatching(remedy) as string,
  });
});

it.each([
  ['a sender', checkSender('vendor.example', verified)],
  ['an account', checkAccount(account, undefined)],
  [
    'the sandbox of a stage that mails only some',
    checkAccount({ ...account, isInProduction: false }, 'a.example'),
  ],
  ['a rate', checkRate(account, 14)],
  ['a journal', checkJournal({ taken: 5, failed: 0 }, 7)],
])('passes %s that is as it should be', (_what, finding) => {
  expect(finding.result).toBe('passed');
  expect(finding).not.toHaveProperty('remedy');
});

it('waits for the feedback on a test mail', async () => {
  let asked = 0;
  const finding = await checkTestMail(
    { sendTestMail: () => Promise.resolve('test-1'), isDelivered: () => Promise.resolve((asked += 1) === 2) },
    'test mail',
    'a-plan',
  );
  expect(finding).toMatchObject({ result: 'passed', found: 'delivered; feedback after 1 s' });
});
