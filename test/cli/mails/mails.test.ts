import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { deliverPending } from '../../../app/mailing/deliver.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const day = '2026-03-02';
const twoHours = 7_200_000;

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const mails = (...args: readonly string[]) => operator.on(day, ['mails', ...args]);
const invoice = (licenceId: string) => new RegExp(`${licenceId}-\\d{8}-invoice`);

/** A licence whose invoice was cut off on its way to SES, and is held since. */
async function withHeldInvoice(): Promise<string> {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  await operator.on(day, ['quote', licenceId, '--yes']);
  operator.cloud.treatMails(() => ({ fault: 'cut off before sending' }));
  await operator.on(day, ['quote', licenceId, '--accept', '1', '--yes']);
  operator.cloud.treatMails(() => ({}));
  await deliverPending(operator.post, licenceId, civilDate(day), Date.now() + twoHours);
  return licenceId;
}

test("a held invoice is listed with its reason, sent on the operator's command, and recorded in the journal", async () => {
  const licenceId = await withHeldInvoice();
  const { out } = await mails('list', licenceId);
  expect(out).toMatch(/-quote +technical +delivered on/);
  expect(out).toMatch(/-invoice +technical +held +1 +it may have gone out/);
  const [mailId = ''] = invoice(licenceId).exec(out) ?? [];
  const asked = await operator.on(day, ['mails', 'send', licenceId, mailId], 'no');
  expect([asked.status, asked.err]).toEqual([2, expect.stringContaining('it may have gone out')]);

  const before = operator.cloud.mails().length;
  const sent = await mails('send', licenceId, mailId, '--yes');
  expect([sent.status, sent.err]).toEqual([0, expect.stringContaining(`Mail ${mailId}: sent`)]);
  expect(
    operator.cloud
      .mails()
      .slice(before)
      .map(({ tags }) => tags),
  ).toEqual([expect.objectContaining({ mail: mailId, attempt: '2' })]);
  expect((await operator.journal(licenceId)).slice(-2)).toEqual(['MailHeld', 'MailSentAgain']);

  const again = await mails('send', licenceId, mailId, '--yes');
  expect([again.status, again.err]).toEqual([2, expect.stringContaining('add --again')]);
  expect(operator.cloud.mails()).toHaveLength(before + 1);
});

test('a sent mail is offered once more, with --yes only by --again, and the journal says who asked', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  await operator.on(day, ['quote', licenceId, '--yes']);
  const [mailId = ''] =
    new RegExp(`${licenceId}-\\d{8}-quote`).exec((await mails('list', licenceId)).out) ?? [];
  const before = operator.cloud.mails().length;
  const offered = await operator.on(day, ['mails', 'send', licenceId, mailId], 'no');
  expect([offered.status, offered.err]).toEqual([2, expect.stringContaining('was delivered on')]);
  for (const sent of [
    await operator.on(day, ['mails', 'send', licenceId, mailId], 'yes'),
    await mails('send', licenceId, mailId, '--yes', '--again'),
  ])
    expect([sent.status, sent.err]).toEqual([0, expect.stringContaining(`Mail ${mailId}: sent`)]);
  expect(operator.cloud.mails()).toHaveLength(before + 2);
  expect((await operator.journal(licenceId)).slice(-2)).toEqual(['MailSentAgain', 'MailSentAgain']);
  const { out } = await operator.on(day, ['explain', licenceId, '--json']);
  expect(out).toContain('"by": "operator"');
});

test('an address that returned mail is cleared by a command, once, and the journal says so', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  const { customerId = '' } = (await operator.post.licences.load(licenceId))?.licence.facts ?? {};
  const customer = await operator.post.customers.get(customerId);
  if (customer === undefined) throw new Error('no customer');
  await operator.post.customers.noteUndeliverable(customer, customer.email, civilDate('2026-03-01'));
  const clear = (...words: readonly string[]) => mails('clear-address', licenceId, ...words, '--yes');
  const other = await clear('someone@else.example');
  expect([other.status, other.err]).toEqual([2, expect.stringContaining('No mail to someone@else.example')]);
  expect((await clear(customer.email.toUpperCase())).status).toBe(0);
  expect((await operator.post.customers.get(customerId))?.undeliverable).toEqual([]);
  expect((await operator.journal(licenceId)).at(-1)).toBe('AddressCleared');
  expect((await clear(customer.email)).status).toBe(2);
});

test('an unknown mail is refused, and the message names the command that lists mails', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  const { status, err } = await mails('send', licenceId, 'X-1', '--yes');
  expect([status, err]).toEqual([2, expect.stringContaining(`npx perennial mails list ${licenceId}`)]);
});

test('reminders stop for a customer who asks for that, and start again on request', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  for (const [name, type] of [
    ['stop', 'MailsStopped'],
    ['resume', 'MailsResumed'],
  ] as const) {
    const { status } = await mails(name, licenceId, '--yes');
    expect([status, (await operator.journal(licenceId)).at(-1)]).toEqual([0, type]);
  }
  const events = await operator.post.licences.events(licenceId);
  expect(events.find((event) => event.type === 'MailsStopped')).toMatchObject({ by: 'operator' });
  const again = await mails('resume', licenceId, '--yes');
  expect([again.status, again.err]).toEqual([0, expect.stringContaining('Nothing to do')]);
});
