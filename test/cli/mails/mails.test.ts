import { readFile } from 'node:fs/promises';
import { simpleParser } from 'mailparser';
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

test('a mail is shown as it was sent, without the link of its reader and without printing or sending anything', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  const before = operator.cloud.mails().length;
  const asked = await operator.on(day, ['quote', licenceId], 'no');
  expect(asked.err).toContain('  mail quote to jane@customer.example: ');
  expect(operator.cloud.mails()).toHaveLength(before);

  await operator.on(day, ['quote', licenceId, '--yes']);
  const [sent] = operator.cloud.mails().slice(before);
  const parsed = await simpleParser(await readFile(sent?.file ?? ''));
  const mailId = sent?.tags['mail'] ?? '';
  await operator.on('2026-03-20', ['quote', licenceId, '--accept', '1', '--yes']);
  const { out } = await operator.on('2026-04-20', ['mails', 'show', licenceId, mailId, '--json']);
  const shown = JSON.parse(out) as Record<string, string>;
  expect(shown).toMatchObject({
    to: ['jane@customer.example'],
    subject: parsed.subject,
    attachments: [parsed.attachments[0]?.filename],
  });
  const withoutLink = parsed.text?.replaceAll(/\S+\/in\/\S+/g, 'https://link-of-the-reader.invalid/');
  expect(withoutLink).not.toBe(parsed.text);
  expect(shown['text']?.trim()).toBe(withoutLink?.trim());
  const printed = await mails('show', licenceId, mailId);
  expect(printed.out).toContain(`subject   ${parsed.subject ?? ''}\n`);
  const unknown = await mails('show', licenceId, `${licenceId}-00000099-quote`);
  expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining('has no mail')]);
});

test('a reminder is shown without the link that stops its like', async () => {
  const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-05-01' });
  const before = operator.cloud.mails().length;
  await operator.on('2026-04-01', ['run', 'netjapan-maintenance', '--date', '2026-04-01', '--yes']);
  const own = operator.cloud.mails().slice(before);
  const reminder = own.find(
    ({ tags }) => tags['mail']?.includes(licenceId) && tags['mail'].endsWith('reminder'),
  );
  const { html } = await simpleParser(await readFile(reminder?.file ?? ''));
  expect(html).toContain('?token=');
  const { out } = await mails('show', licenceId, reminder?.tags['mail'] ?? '', '--json');
  expect(out).toContain('link-of-the-reader.invalid');
  expect(out).not.toContain('?token=');
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
  await operator.post.customers.noteUndeliverable(
    customer.customerId,
    customer.email,
    civilDate('2026-03-01'),
  );
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
