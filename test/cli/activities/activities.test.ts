import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const covered = { coverEnds: '2026-12-31' };

describe('a command that changes something', () => {
  test('says what it will do, asks, and does it where the answer is yes; the mail goes out', async () => {
    const licenceId = await operator.licence(smartNetUserGroup, covered);
    const mailsBefore = operator.cloud.mails().length;
    const { status, out, err } = await operator.on('2026-03-01', ['cancel', licenceId], 'y');
    expect(status).toBe(0);
    expect(err).toContain(`Licence ${licenceId} (plan smart-net-user-group), dated 2026-03-02:\n`);
    expect(err).toContain(
      '  renewal is cancelled: cover ends on 2026-12-31\n    because the customer cancelled on 2026-03-02',
    );
    expect(out).toContain('renewal is cancelled: cover ends on 2026-12-31');
    expect(operator.cloud.mails()).toHaveLength(mailsBefore + 1);
  });

  test.each(['', 'n', 'yes please'])('does nothing where the answer is "%s"', async (answer) => {
    const licenceId = await operator.licence(smartNetUserGroup, covered);
    const { status, err } = await operator.on('2026-03-01', ['cancel', licenceId], answer);
    expect({ status, says: err.includes('Nothing was done.') }).toEqual({ status: 2, says: true });
    expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
  });

  test('is refused where there is no terminal and no --yes', async () => {
    const licenceId = await operator.licence(smartNetUserGroup, covered);
    const { status, err } = await operator.on('2026-03-01', ['cancel', licenceId]);
    expect(status).toBe(2);
    expect(err).toContain('there is no terminal to ask. Add --yes');
    expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
  });

  test('that the rules reject ends with 1, and the journal has it', async () => {
    const licenceId = await operator.licence(smartNetUserGroup, covered);
    const { status, err } = await operator.on('2026-03-01', ['resume', licenceId, '--yes']);
    expect(status).toBe(1);
    expect(err).toContain('Rejected: renewal is not cancelled');
    expect((await operator.journal(licenceId)).at(-1)).toBe('ActivityRejected');
  });

  test('is refused for a day before the last event', async () => {
    const licenceId = await operator.licence(smartNetUserGroup, covered);
    const args = ['cancel', licenceId, '--date', '2025-12-31', '--yes'];
    const { status, err } = await operator.on('2026-03-01', args);
    expect(status).toBe(2);
    expect(err).toContain("2025-12-31 is before 2026-01-01, the day of the licence's last event");
  });

  test('is refused for an unknown licence', async () => {
    const { status, err } = await operator.on('2026-03-01', ['cancel', 'L-0', '--yes']);
    expect({ status, says: err.includes('no licence L-0') }).toEqual({ status: 2, says: true });
  });

  test('gives its events as JSON', async () => {
    const licenceId = await operator.licence(smartNetUserGroup, covered);
    const { out } = await operator.on('2026-03-01', ['cancel', licenceId, '--yes', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      licenceId,
      date: '2026-03-02',
      outcome: 'accepted',
      events: [{ type: 'RenewalCancelled' }],
      mails: [{ status: 'sent' }],
    });
  });
});

test('a mail that cannot be sent does not undo the change, and the output says so', async () => {
  const licenceId = await operator.licence(smartNetUserGroup, covered);
  const { customers } = operator.post;
  const known = await customers.get('C-1');
  if (known === undefined) throw new Error('no customer');
  await customers.put({ ...known, partnerId: 'P-0' });
  const { status, err } = await operator.on('2026-03-01', ['cancel', licenceId, '--yes']);
  await customers.put(known);
  expect(status).toBe(0);
  expect(err).toContain('The change was made, but some mail was not sent: ');
});

test('a quote is issued, accepted and paid', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const issued = await operator.on('2026-03-01', ['quote', licenceId, '--yes']);
  expect(issued.out).toContain(`Quote ${licenceId}-Q1 for renewal, valid until 2026-03-31:`);
  expect(issued.out).toMatch(/1 +USD 1200\.00 +USD 0\.00 +USD 1200\.00\n/);
  const accepted = await operator.on('2026-03-02', ['quote', licenceId, '--accept', '1', '--yes']);
  expect(accepted.out).toMatch(/L-\d+-I1 +renewal order +2026-03-02 +2026-04-01 +USD 1200\.00\n/);
  const paid = await operator.on('2026-03-03', ['payment', licenceId, '1200.00', '--yes']);
  expect(paid.status).toBe(0);
  expect((await operator.journal(licenceId)).slice(-3)).toEqual([
    'PaymentRecorded',
    'InvoicePaid',
    'TermStarted',
  ]);
});

test('a payment with the id of an earlier one is not recorded again, and the output says so', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const args = ['payment', licenceId, '1200.00', '--id', 'PAY-1', '--yes'];
  expect((await operator.on('2026-03-01', args)).status).toBe(0);
  const again = await operator.on('2026-03-05', args);
  expect(again.status).toBe(0);
  expect(again.err).toContain('Nothing to do: payment PAY-1 is already recorded.');
  expect((await operator.journal(licenceId)).filter((type) => type === 'PaymentRecorded')).toHaveLength(1);
});

test.each(['0', '12.345', '12,50', '-3'])('%s is no payment, and nothing happens', async (amount) => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const { status } = await operator.on('2026-03-01', ['payment', '--yes', '--', licenceId, amount]);
  expect(status).toBe(2);
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
});

test('activate starts the first term', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp);
  const { status } = await operator.on('2026-03-09', ['activate', licenceId, '--yes']);
  expect(status).toBe(0);
  expect((await operator.journal(licenceId)).slice(1)).toEqual(['LicenceActivated', 'TermStarted']);
});

test('install, deactivate and resume do what they say', async () => {
  const installed = await operator.licence(smartNetUserGroup);
  await operator.on('2026-03-09', ['install', installed, '--yes']);
  expect((await operator.journal(installed)).slice(1, 3)).toEqual(['LicenceActivated', 'TermStarted']);
  const resumed = await operator.licence(smartNetUserGroup, covered);
  await operator.on('2026-03-09', ['cancel', resumed, '--yes']);
  await operator.on('2026-03-10', ['resume', resumed, '--yes']);
  expect((await operator.journal(resumed)).at(-1)).toBe('RenewalResumed');
  const subscribed = await operator.licence(smartertoolsMaintenance, { model: 'subscription' });
  await operator.on('2026-03-09', ['deactivate', subscribed, '--yes']);
  expect((await operator.journal(subscribed)).at(-1)).toBe('LicenceDeactivated');
});

test('licence show --mail answers the customer how long its plan runs', async () => {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  const mailsBefore = operator.cloud.mails().length;
  const args = ['licence', 'show', licenceId, '--mail', '--yes'];
  const { status, out } = await operator.on('2026-03-01', args);
  expect(status).toBe(0);
  expect(out).toContain('in force since 2025-07-01 until 2026-06-30');
  expect((await operator.journal(licenceId)).at(-1)).toBe('TermStated');
  expect(operator.cloud.mails()).toHaveLength(mailsBefore + 1);
});

test('a change of edition is quoted and accepted; modules are ordered; a migration is quoted', async () => {
  const facts = { product: 'Video', edition: 'ProBox', coverEnds: '2026-12-31' };
  const licenceId = await operator.licence(videoSma, facts);
  const does = (...args: readonly string[]) =>
    operator.on('2026-03-01', ['change', licenceId, '--yes', ...args]);
  expect((await does('--edition', 'Enterprise')).status).toBe(0);
  expect((await does('--accept')).status).toBe(0);
  const [sku = ''] = Object.keys(videoSma.catalogue?.modules ?? {});
  expect((await does('--add-modules', sku)).status).toBe(0);
  expect((await operator.journal(licenceId)).slice(2)).toEqual([
    'ChangeQuoted',
    'ChangeAccepted',
    'InvoiceIssued',
    'InvoiceIssued',
  ]);
  const server = await operator.licence(smartNetUserGroup, covered);
  const args = ['change', server, '--yes', '--migration', '--hours', '6.5', '--hardware', '1200.00'];
  expect((await operator.on('2026-03-01', args)).status).toBe(0);
  expect((await operator.journal(server)).at(-1)).toBe('ChangeQuoted');
});

test.each([
  { args: ['--edition', 'None'], says: '--edition None: ' },
  { args: ['--add-modules', 'NONE'], says: '--add-modules NONE: ' },
  { args: ['--migration', '--hours', '6,5'], says: '--hours 6,5: expected hours' },
  { args: ['--migration', '--hardware', 'much'], says: '--hardware much: expected an amount in EUR' },
  { args: [], says: 'Name exactly one of --edition, --add-modules, --migration and --accept.' },
  { args: ['--accept', '--migration'], says: 'Name exactly one of' },
  { args: ['--accept', '--hours', '3'], says: '--hours and --hardware need --migration.' },
])('change $args is refused, and nothing happens', async ({ args, says }) => {
  const licenceId = await operator.licence(videoSma, { coverEnds: '2026-12-31' });
  const { status, err } = await operator.on('2026-03-01', ['change', licenceId, '--yes', ...args]);
  expect(status).toBe(2);
  expect(err).toContain(says);
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
});
