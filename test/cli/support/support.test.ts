import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { UpdateStore } from '../../../adapters/dynamodb/updates/updates.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const covered = { coverEnds: '2026-12-31' };
const lapsed = { purchasedOn: '2024-02-01' };
const friday = ['--at', '2026-03-06T16:30:00-07:00', '--yes'];

test('a ticket under maintenance is free; its first response is due in four business hours, over the weekend', async () => {
  const licenceId = await operator.licence(smartertoolsMaintenance, covered);
  const { status, out } = await operator.on('2026-03-07', ['support', 'open', licenceId, ...friday]);
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`ticket +${licenceId}-T1\n`));
  expect(out).toMatch(/terms +free\n/);
  expect(out).toContain('due by 2026-03-09 12:30 America/Phoenix (2026-03-09T19:30:00Z)');
});

test('an emergency is sold, at its price, and is not refundable', async () => {
  const licenceId = await operator.licence(smartertoolsMaintenance, covered);
  const args = ['support', 'open', licenceId, '--emergency', ...friday];
  const { out } = await operator.on('2026-03-07', args);
  expect(out).toContain('sold as emergency support, USD 299.00, not refundable');
  expect(out).toContain('due by 2026-03-06 17:30 America/Phoenix');
});

test('without cover there is the community only, and the customer is asked to reinstate, with the quote', async () => {
  const licenceId = await operator.licence(smartertoolsMaintenance, lapsed);
  const { status, out } = await operator.on('2026-03-07', ['support', 'open', licenceId, ...friday]);
  expect(status).toBe(0);
  expect(out).toMatch(/declined +without active maintenance/);
  expect(out).toMatch(/instead +User community\n/);
  expect(out).toContain('The customer is asked to reinstate maintenance:');
  expect(out).toContain(`Quote ${licenceId}-Q1 for reinstatement, valid until 2026-04-05:`);
});

test('after a lapse a plan may charge', async () => {
  const licenceId = await operator.licence(smartNetUserGroup, { coverEnds: '2024-12-31' });
  const { out } = await operator.on('2026-03-07', ['support', 'open', licenceId, '--yes']);
  expect(out).toMatch(/terms +charged: \S/);
});

test('whether a hotfix or the update mends a fault follows from the latest version that is published', async () => {
  const licenceId = await operator.licence(smartertoolsMaintenance, covered);
  const open = (version: string) =>
    operator.on('2026-03-07', ['support', 'open', licenceId, '--version', version, ...friday]);
  expect((await open('16.2')).err).toContain('No update of Suite is published');
  await new UpdateStore(documentClient(), settingsOf(operator.cloud.outputs)).publish({
    planId: smartertoolsMaintenance.id,
    product: 'Suite',
    version: '16.3',
    publishedOn: civilDate('2026-02-01'),
  });
  expect((await open('16.2')).out).toMatch(/fix +an update to the latest version\n/);
  expect((await open('16.3')).out).toMatch(/fix +a hotfix/);
  expect((await open('16 3')).status).toBe(2);
});

test('a time without a zone is refused with an example, and nothing happens', async () => {
  const licenceId = await operator.licence(smartertoolsMaintenance, covered);
  const args = ['support', 'open', licenceId, '--yes', '--at', '2026-03-06T16:30:00'];
  const { status, err } = await operator.on('2026-03-07', args);
  expect(status).toBe(2);
  expect(err).toContain('2026-03-06T16:30:00-07:00');
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
});

test('remote access is granted for a ticket, revoked, and refused from then on; the attempt is journalled', async () => {
  const licenceId = await operator.licence(smartertoolsMaintenance, covered);
  await operator.on('2026-03-07', ['support', 'open', licenceId, ...friday]);
  const ticketId = `${licenceId}-T1`;
  const does = (command: string) =>
    operator.on('2026-03-08', ['support', command, ticketId, '--yes']).then(({ status }) => status);
  expect(await does('grant-access')).toBe(0);
  expect(await does('use-access')).toBe(0);
  expect(await does('revoke-access')).toBe(0);
  expect(await does('use-access')).toBe(1);
  expect((await operator.journal(licenceId)).at(-1)).toBe('ActivityRejected');
  expect(await does('close')).toBe(0);
});

test.each([
  { ticketId: 'L-0', says: 'L-0 is not a ticket' },
  { ticketId: 'L-0-T1', says: 'There is no licence L-0' },
])('there is no ticket $ticketId', async ({ ticketId, says }) => {
  const { status, err } = await operator.on('2026-03-07', ['support', 'close', ticketId, '--yes']);
  expect(status).toBe(2);
  expect(err).toContain(says);
});
