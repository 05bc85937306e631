import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const run = (plan: { readonly id: string }, date: string) =>
  operator.on(date, ['run', plan.id, '--date', date, '--yes', '--json']);
const explain = (licenceId: string, ...options: readonly string[]) =>
  operator.on('2027-04-20', ['explain', licenceId, ...options]);

test('a membership that renewed and lapsed: each event with its reason, its run and its mails; the outlook is empty', async () => {
  const facts = { country: 'NZ', coverEnds: '2026-12-31', registeredOn: '2026-12-01' };
  const licenceId = await operator.licence(smartNetUserGroup, facts);
  for (const day of ['2026-12-31', '2027-01-15']) await run(smartNetUserGroup, day);

  const ahead = await operator.on('2027-01-16', ['explain', licenceId]);
  expect(ahead.status).toBe(0);
  expect(ahead.out).toMatch(/2026-12-31 {2}term 2 starts: from 2027-01-01 to 2027-12-31 \(renewal\)\n/);
  expect(ahead.out).toMatch(
    /2027-01-15 {2}invoice L-1-I1 \(renewal\) is issued: NZD 552.00, payable by 2027-04-15\n {14}because the renewal charge .*\n {14}by the run of 2027-01-15 \(execution \S+\)\n {14}mail invoice: delivered on \d{4}-\d\d-\d\d, to the technical contact, with SNUG-2027-00001\n/,
  );
  expect(ahead.out).toMatch(
    /2027-04-16 {2}invoice L-1-I1 is voided\n {12}maintenance lapses: unpaid\n {14}because .*\n {14}unless the customer pays NZD 552.00 by 2027-04-15\n/,
  );

  await run(smartNetUserGroup, '2027-04-16');
  const { out } = await explain(licenceId);
  expect(out).toMatch(
    /maintenance lapses: unpaid\n {14}because an invoice was payable until 2027-04-15 and is unpaid\n {14}by the run of 2027-04-16 \(execution /,
  );
  expect(out).toContain('What will happen: nothing\n');
  expect(out).toContain('Maintenance lapsed on 2027-04-16. To reinstate it, issue a quote. Run ');

  const then = await explain(licenceId, '--on', '2027-01-16');
  expect(then.out).toContain('on        the end of 2027-01-16; the status of mails is that of today\n');
  expect(then.out).not.toContain('by the run of 2027-04-16');
  expect(then.out.split('What will happen')[1]).toBe(ahead.out.split('What will happen')[1]);
});

test('--json has the events with who caused them, and what would prevent the next', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2027-06-30' });
  await operator.on('2026-03-01', ['quote', licenceId, '--yes']);
  await operator.on('2026-03-02', ['quote', licenceId, '--accept', '1', '--yes']);
  const { out } = await operator.on('2026-03-03', ['explain', licenceId, '--json']);
  const read = JSON.parse(out) as Record<'events' | 'outlook', readonly Record<string, unknown>[]>;
  const who = expect.stringMatching(/^arn:aws:iam::\d+:user\/./) as string;
  expect(read.events.map(({ type, cause }) => [type, cause])).toEqual([
    ['LicenceRegistered', undefined],
    ['TermStarted', undefined],
    ['QuoteIssued', { by: 'operator', who }],
    ['QuoteAccepted', { by: 'operator', who }],
    ['InvoiceIssued', { by: 'operator', who }],
  ]);
  expect(read.events[2]).toMatchObject({
    document: expect.stringMatching(/-2026-\d{5}$/) as string,
    mails: [{ status: 'sent' }],
  });
  expect(read.outlook[0]).toMatchObject({
    on: '2026-04-02',
    events: [{ type: 'InvoiceVoided', invoiceId: `${licenceId}-I1` }],
    unless: [{ do: 'pay', invoiceId: `${licenceId}-I1`, by: '2026-04-01', amount: { currency: 'GBP' } }],
  });
  expect(read).toMatchObject({
    licenceId,
    notes: [expect.stringContaining('Until then the end of the term does not lapse') as string],
  });
});

describe('what is wrong', () => {
  test('a mail that is held says why, and who held it', async () => {
    const gone = customerSchema.parse({
      customerId: 'C-GONE',
      name: 'Gone Ltd',
      kind: 'end-user',
      email: 'gone@customer.example',
      country: 'DE',
      locale: 'en-GB',
    });
    await operator.post.customers.put(gone);
    await operator.post.customers.noteUndeliverable(gone.customerId, gone.email, civilDate('2026-01-01'));
    const licenceId = await operator.licence(videoSma, { coverEnds: '2026-06-30', customerId: 'C-GONE' });
    await run(videoSma, '2026-05-01');
    const { out } = await operator.on('2026-05-02', ['explain', licenceId]);
    expect(out).toContain('mail renewal-notice: held (no address of customer C-GONE takes mail)\n');
    expect(out).toMatch(/is held for an operator\n.*\n {14}by a workflow \(execution \S+\)\n/);
    expect(out).not.toContain('gone@customer.example');
  });

  test('a licence that is parked says so first: since when, why, and what to do', async () => {
    const licenceId = await operator.licence(videoSma, { coverEnds: '2026-06-30', customerId: 'C-NONE' });
    await run(videoSma, '2026-05-02');
    const { out } = await operator.on('2026-05-03', ['explain', licenceId]);
    expect(out).toMatch(/^PARKED {2}since 2026-05-02: \S/);
    expect(out).toContain(`npx perennial retry video-sma ${licenceId}`);
    const before = await operator.on('2026-05-03', ['explain', licenceId, '--on', '2026-05-01']);
    expect(before.out).toMatch(/^licence /);
  });

  test('an unknown licence, a day before it was in the book and one to come are refused', async () => {
    expect(await explain('L-0')).toMatchObject({
      status: 2,
      err: expect.stringContaining('no licence L-0') as string,
    });
    const licenceId = await operator.licence(videoSma, { coverEnds: '2026-06-30' });
    expect(await explain(licenceId, '--on', '2025-12-31')).toMatchObject({
      status: 2,
      err: `2025-12-31: licence ${licenceId} entered the book on 2026-01-01. Name that day or a later one.\n`,
    });
    expect(await explain(licenceId, '--on', '2027-04-21')).toMatchObject({
      status: 2,
      err: '2027-04-21 is in the future. The outlook says what will happen.\n',
    });
  });
});

test('a licence of which nothing more comes says why', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { model: 'subscription' });
  expect((await explain(licenceId)).out).toContain('a subscription is covered until it is deactivated');
  await operator.on('2026-03-01', ['deactivate', licenceId, '--yes']);
  const { out } = await explain(licenceId);
  expect(out).toContain('The licence was deactivated on 2026-03-01. The runs have nothing more to do.');
});
