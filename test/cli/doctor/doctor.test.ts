import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { policyKey } from '../../../local/iam/policies/principals.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

const today = '2026-01-30';

/** Gives the command as somebody who has one of the policies; what it found, by check. */
async function doctor(policy: string) {
  vi.stubEnv('AWS_ACCESS_KEY_ID', policyKey(`${policy}-us-east-1`));
  try {
    const { status, out, err } = await operator.on(today, ['doctor', '--json']);
    const findings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { check: string; result: string; found: string });
    return { status, err, results: new Map(findings.map(({ check, result }) => [check, result])), findings };
  } finally {
    vi.unstubAllEnvs();
  }
}

test('a journal in which nothing has happened is unknown', async () => {
  const { status, results } = await doctor('PerennialOperators');
  expect(results.get('journal on the bus')).toBe('unknown');
  expect(status).toBe(0);
});

test('all passes after the first licence, with a mail from each sender there and back', async () => {
  await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  const before = operator.cloud.mails().length;
  const { status, findings } = await doctor('PerennialOperators');
  const notPassed = findings.filter(({ result }) => result !== 'passed');
  expect(notPassed).toEqual([]);
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining([
      'version',
      'sender netjapan.example',
      'test mail from netjapan.example',
      'SES account',
      'SES quota',
      'schedule video-sma',
      'schedule digest',
      "customer's page",
      'operators',
      'queue Undelivered',
      'queue Payments/Rejected',
    ]),
  );
  expect(status).toBe(0);
  const tested = operator.cloud.mails().filter(({ tags }) => tags['mail']?.startsWith('test-'));
  expect(tested.length - before).toBe(5);
});

test('who only reads sees all but the test mails', async () => {
  const { status, results } = await doctor('PerennialReadOnly');
  expect(results.get('test mail from netjapan.example')).toBe('unknown');
  expect(results.get('sender netjapan.example')).toBe('passed');
  expect(results.get('operators')).toBe('passed');
  expect(status).toBe(0);
});

test('a sender of which SES takes no mail is named, with the reason, and the command fails', async () => {
  operator.cloud.treatMails(() => ({ fault: 'reject' }));
  const { status, out, err } = await operator.on(today, ['doctor']);
  operator.cloud.treatMails(() => ({}));
  expect(status).toBe(1);
  expect(err).toMatch(/^5 of \d+ checks failed$/m);
  expect(out).toMatch(
    new RegExp(
      `failed {3}test mail from netjapan.example: SES does not take a mail from ${netjapanMaintenance.vendor.email}: .*not verified`,
    ),
  );
  expect(out).toContain('         To do: ');
});
