import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Customer } from '../../../domain/customer/customer.ts';
import { claim } from '../../../adapters/dynamodb/mails/mail-moves.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { UndeliveredMails } from '../../../adapters/dynamodb/runs/undelivered-mails.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';
import { sesReport } from '../../support/mail/ses-report.ts';
import { applyActivity } from '../../support/application/apply-activity.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());
beforeEach(() => {
  house.cloud.treatments.length = 0;
});

const today = '2026-01-30';
const hour = 3_600_000;

type Report = Parameters<typeof sesReport>;

/** An event of SES about a mail of the plan. */
function told(...report: Report extends [string, ...infer Rest] ? Rest : never) {
  return sesReport(plan.id, ...report);
}

/** A licence whose quote may have gone out. */
async function cutOff(): Promise<{ licenceId: string; mailId: string }> {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  const [mailId = ''] = (await house.stored(licenceId)).outbox;
  house.cloud.treatments.push('accept and cut off');
  await house.deliver(licenceId, today, 0);
  return { licenceId, mailId };
}

function posted(mailId: string): number {
  return house.cloud.posted.filter((mail) => mail.mailId === mailId).length;
}

test.each(['Delivery', 'DeliveryDelay', 'Complaint'] as const)(
  'an unknown mail of which SES tells a %s counts as sent and is not sent again',
  async (eventType) => {
    const { licenceId, mailId } = await cutOff();
    expect(await house.feedback(told(eventType, mailId))).toEqual([]);
    expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({
      status: 'sent',
      messageId: 'ses-of-1',
      sentOn: today,
    });
    expect(await house.deliver(licenceId, '2026-01-31', hour)).toEqual([{ mailId, status: 'sent' }]);
    expect((await house.stored(licenceId)).outbox).toEqual([]);
    expect(posted(mailId)).toBe(1);
  },
);

test.each([
  ['that name the plan', plan.id],
  ['from before mails named their plan', undefined],
])(
  'the result for a mail is the same in whatever order, and however often, SES reports it: %s',
  async (_, planId) => {
    const { licenceId, mailId } = await cutOff();
    const events = [
      told('Complaint', mailId, 1, '2026-02-03T09:00:00Z'),
      told('Delivery', mailId, 1, '2026-01-30T12:00:05Z'),
      told('DeliveryDelay', mailId),
    ].map((event) => {
      const { mail } = event.detail;
      const tags = Object.fromEntries(
        Object.entries(mail.tags).filter(([name]) => name !== 'plan' || planId !== undefined),
      );
      return { ...event, detail: { ...event.detail, mail: { ...mail, tags } } };
    });
    for (const event of [...events, ...events.toReversed()]) expect(await house.feedback(event)).toEqual([]);
    expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({
      status: 'sent',
      deliveredOn: '2026-01-30',
      complainedOn: '2026-02-03',
    });
  },
);

test('SES may tell of a mail before it answers its sender', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  const [mailId = ''] = (await house.stored(licenceId)).outbox;
  const beforeUpdate = house.cloud.beforeDynamo;
  house.cloud.beforeDynamo = async (operation, request) => {
    if (operation !== 'PutItem' || !JSON.stringify(request).includes('"outbox"')) return;
    house.cloud.beforeDynamo = beforeUpdate;
    expect(await house.feedback(told('Delivery', mailId))).toEqual([]);
  };
  expect(await house.deliver(licenceId, today)).toEqual([{ mailId, status: 'sent' }]);
  expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({
    status: 'sent',
    messageId: 'ses-of-1',
    deliveredOn: '2026-01-30',
  });
  expect(posted(mailId)).toBe(1);
});

test('a held mail that SES has taken after all counts as sent', async () => {
  const { licenceId, mailId } = await cutOff();
  house.cloud.treatments.push('accept and cut off', 'accept and cut off');
  for (const hours of [1, 2, 3]) await house.deliver(licenceId, today, hours * hour);
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('held');
  await house.feedback(told('DeliveryDelay', mailId, 2));
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('sent');
});

test('a mail in doubt that its reader has stopped since counts as sent when SES reports late', async () => {
  const { licenceId, mailId } = await cutOff();
  const on = civilDate(today);
  const stop = { on, activity: 'stop-mails', by: 'complaint', scope: 'customer' } as const;
  await applyActivity(house.post.licences, licenceId, stop, on);
  await house.deliver(licenceId, today, hour);
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('skipped');
  expect(await house.feedback(told('Delivery', mailId))).toEqual([]);
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('sent');
});

test('while a mail is being sent once more, an earlier report of SES has to be delivered again', async () => {
  const { licenceId, mailId } = await cutOff();
  const { mails } = house.post;
  await mails.move(
    claim(await mails.mail(licenceId, mailId), 'unknown', 'technical', {
      today: civilDate(today),
      now: hour,
    }),
  );
  expect(await house.feedback(told('DeliveryDelay', mailId, 1))).toEqual([0]);
  expect((await mails.mail(licenceId, mailId)).status).toBe('sending');
});

test('a bill that SES gives up to deliver is noted, once; an offer is not', async () => {
  const billed = await house.licence(videoSma, { coverEnds: today });
  await house.runDay(videoSma, billed, '2026-01-31');
  const mails = await house.post.mails.mails(billed);
  const bill = mails.find(({ kind }) => kind === 'invoice')?.mailId ?? '';
  const offer = await cutOff();
  for (const mailId of [bill, bill, offer.mailId]) {
    await house.feedback(told('Bounce', mailId, 1, '2026-02-01T02:00:00Z'));
  }
  const noted = await new UndeliveredMails(documentClient(), process.env).ofDays(7, civilDate('2026-02-02'));
  expect(noted).toEqual([
    { on: '2026-02-01', licenceId: billed, customerId: 'C-1', mailId: bill, kind: 'invoice' },
  ]);
});

test('mails of others are left alone', async () => {
  const events = ['newsletter', 'L-nobody-00000003-quote', 'L-1-00000009-quote'].map((id) =>
    told('DeliveryDelay', id),
  );
  for (const event of events) expect(await house.feedback(event)).toEqual([]);
  const untagged = told('DeliveryDelay', 'any');
  const detail = { ...untagged.detail, mail: { ...untagged.detail.mail, tags: {} } };
  expect(await house.feedback({ ...untagged, detail })).toEqual([]);
});

test('of several reports only those stay in the queue that cannot be read or settled', async () => {
  const [one, other] = [await cutOff(), await cutOff()];
  const odd = { detail: { eventType: 'Open', to: 'jane@customer.example' } };
  const reports = [odd, told('Delivery', one.mailId), 'no JSON of ours', told('Delivery', other.mailId)];
  expect(await house.feedback(...reports)).toEqual([0, 2]);
  for (const { licenceId, mailId } of [one, other])
    expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({ deliveredOn: today });
});

test('that a mail was delivered is noted by one write, without reading anything', async () => {
  const { licenceId, mailId } = await cutOff();
  const requests: string[] = [];
  house.cloud.beforeDynamo = (operation) => {
    requests.push(operation);
    return Promise.resolve();
  };
  await house.feedback(told('Delivery', mailId));
  house.cloud.beforeDynamo = () => Promise.resolve();
  expect(requests).toEqual(['UpdateItem']);
  expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({
    status: 'sent',
    deliveredOn: today,
  });
});

const at = '2026-01-30T12:00:00Z';

interface Contacts {
  readonly billing?: boolean;
  readonly partner?: boolean;
}

/** A licence of a new customer with these contacts, whose quote has been sent. */
async function sentTo(contacts: Contacts) {
  const licence = await pendingTo(contacts);
  await house.deliver(licence.licenceId, today);
  return licence;
}

/** The same, whose quote waits in the outbox. */
async function pendingTo(contacts: Contacts) {
  const jane = await house.post.customers.get('C-1');
  if (jane === undefined) throw new Error('no customer');
  const customerId = `C-${(count += 1)}`;
  const partnerId = `${customerId}-P`;
  await house.post.customers.put({
    ...jane,
    customerId,
    ...(contacts.billing === true && { billingEmail: 'bills@customer.example' }),
    ...(contacts.partner === true && { partnerId }),
  });
  await house.post.customers.put({ ...jane, customerId: partnerId, email: 'desk@reseller.example' });
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId });
  await house.step('quote', { planId: plan.id, today, licenceId });
  const [mailId = ''] = (await house.stored(licenceId)).outbox;
  return { licenceId, mailId, customerId };
}
let count = 100;

const recipients = (mailId: string) =>
  house.cloud.posted.filter((mail) => mail.mailId === mailId).map((mail) => mail.destinations);

test('a mail that comes back for good goes to the next contact, once, and the journal says so', async () => {
  const { licenceId, mailId, customerId } = await sentTo({ billing: true });
  const bounce = told('Bounce', mailId, 1, at, ['Jane@Customer.example']);
  for (const event of [bounce, bounce, told('DeliveryDelay', mailId)])
    expect(await house.feedback(event)).toEqual([]);
  expect((await house.post.customers.get(customerId))?.undeliverable).toEqual([
    { address: 'Jane@Customer.example', on: today },
  ]);
  expect(await house.stored(licenceId)).toMatchObject({ outbox: [mailId], dueOn: today });

  await house.deliver(licenceId, today);
  await house.feedback(told('Delivery', mailId, 1));
  expect(recipients(mailId)).toEqual([['jane@customer.example'], ['bills@customer.example']]);
  const mail = await house.post.mails.mail(licenceId, mailId);
  expect(mail).toMatchObject({ status: 'sent', contact: 'billing', bouncedOn: today });
  expect(mail).not.toHaveProperty('deliveredOn');
  expect((await house.journal(licenceId)).filter((type) => type === 'MailSentAgain')).toHaveLength(1);
});

test('a mail that comes back while its sender still takes it out of the outbox stays in it', async () => {
  const { licenceId, mailId } = await pendingTo({ billing: true });
  const bounce = told('Bounce', mailId, 1, at, ['jane@customer.example']);
  house.cloud.beforeDynamo = async (operation) => {
    if (operation !== 'PutItem') return;
    house.cloud.beforeDynamo = () => Promise.resolve();
    await house.feedback(bounce);
  };
  await house.deliver(licenceId, today);
  expect(await house.stored(licenceId)).toMatchObject({ outbox: [mailId], dueOn: today });
  await house.deliver(licenceId, today);
  expect(recipients(mailId)).toEqual([['jane@customer.example'], ['bills@customer.example']]);
});

test('an address that a mail came back from is not written to again', async () => {
  const { licenceId, mailId } = await sentTo({ billing: true });
  await house.feedback(told('Bounce', mailId, 1, at, ['jane@customer.example']));
  await house.step('remind', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['bills@customer.example']);
});

test('a mail that comes back where there is no other contact is held for the operator', async () => {
  const { licenceId, mailId } = await sentTo({});
  await house.feedback(told('Bounce', mailId, 1, at, ['jane@customer.example']));
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('held');
  expect((await house.post.licences.events(licenceId)).at(-1)).toMatchObject({ type: 'MailHeld', mailId });

  await house.step('remind', { planId: plan.id, today, licenceId });
  expect(await house.deliver(licenceId, today)).toMatchObject([{ status: 'held' }]);
  expect((await house.stored(licenceId)).outbox).toEqual([]);
});

test('a copy that comes back is not copied again, and the mail itself has arrived', async () => {
  const { licenceId, mailId } = await sentTo({ partner: true });
  await house.feedback(told('Bounce', mailId, 1, at, ['desk@reseller.example']));
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('sent');
  await house.step('remind', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  expect(recipients(mailId)).toEqual([['jane@customer.example', 'desk@reseller.example']]);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane@customer.example']);
});

test('a server that forwards names another address: the one that was written to counts', async () => {
  const { mailId, licenceId, customerId } = await sentTo({ partner: true });
  await house.feedback(told('Bounce', mailId, 1, at, ['jane.roe@elsewhere.example']));
  expect((await house.post.customers.get(customerId))?.undeliverable).toMatchObject([
    { address: 'jane@customer.example' },
  ]);
  await house.deliver(licenceId, today);
  expect(recipients(mailId).at(-1)).toEqual(['desk@reseller.example']);
});

test('a mail that came back for now is not sent again', async () => {
  const { licenceId, mailId, customerId } = await sentTo({ billing: true });
  await house.feedback(told('Bounce', mailId));
  expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({ status: 'sent', bouncedOn: today });
  expect(await house.post.customers.get(customerId)).not.toHaveProperty('undeliverable');
});

test('an import leaves what is known of addresses, and another address is written to', async () => {
  const { licenceId, mailId, customerId } = await sentTo({});
  await house.feedback(told('Bounce', mailId, 1, at, ['jane@customer.example']));
  const { undeliverable, ...rest } = (await house.post.customers.get(customerId)) ?? { undeliverable: [] };
  expect(undeliverable).toHaveLength(1);
  await house.post.customers.put({ ...(rest as Customer), email: 'jane.roe@customer.example' });
  expect((await house.post.customers.get(customerId))?.undeliverable).toEqual(undeliverable);
  await house.step('remind', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane.roe@customer.example']);
});

test('a complaint stops reminders and offers for all licences of the customer, but no bill and no notice', async () => {
  const { licenceId, mailId, customerId } = await sentTo({});
  const other = await house.licence(plan, { coverEnds: '2026-03-31', customerId });
  await house.feedback(told('Complaint', mailId));
  await house.feedback(told('Complaint', mailId));
  for (const id of [licenceId, other]) {
    const stops = (await house.post.licences.events(id)).filter((event) => event.type === 'MailsStopped');
    expect(stops).toMatchObject([{ by: 'complaint', scope: 'customer' }]);
  }

  await house.step('remind', { planId: plan.id, today, licenceId });
  const [reminder] = await house.deliver(licenceId, today);
  expect(reminder).toMatchObject({ status: 'skipped', because: expect.stringContaining(today) as unknown });
  expect(await house.journal(licenceId)).toContain('ReminderIssued');
  expect((await house.stored(licenceId)).outbox).toEqual([]);

  await house.activity(licenceId, today, 'accept-quote');
  await house.activity(other, today, 'request-quote');
  expect(await house.deliver(licenceId, today)).toMatchObject([{ status: 'sent' }]);
  expect(await house.deliver(other, today)).toMatchObject([{ status: 'sent' }]);
});

test('a complaint of one of several readers concerns that reader; when the last one complains, the mails stop', async () => {
  const { licenceId, mailId, customerId } = await pendingTo({});
  const jane = await house.post.customers.get(customerId);
  if (jane === undefined) throw new Error('no customer');
  await house.post.customers.put({ ...jane, alsoEmail: ['joe@customer.example'] });
  await house.deliver(licenceId, today);
  expect(recipients(mailId)).toEqual([['jane@customer.example', 'joe@customer.example']]);

  const complaint = told('Complaint', mailId, 1, at, ['Jane@customer.example']);
  await house.feedback(complaint);
  await house.feedback(complaint);
  expect(await house.journal(licenceId)).not.toContain('MailsStopped');
  expect((await house.post.customers.get(customerId))?.undeliverable).toEqual([
    { address: 'Jane@customer.example', on: today, complained: true },
  ]);
  await house.step('remind', { planId: plan.id, today, licenceId });
  expect(await house.deliver(licenceId, today)).toMatchObject([{ status: 'sent' }]);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['joe@customer.example']);

  await house.feedback(told('Complaint', mailId, 1, at, ['joe@customer.example']));
  expect(await house.journal(licenceId)).toContain('MailsStopped');
});

test('a complaint of a copied partner stops its copies, and the customer’s own mails go on', async () => {
  const { licenceId, mailId, customerId } = await sentTo({ partner: true });
  const complaint = told('Complaint', mailId, 1, '2026-01-30T12:00:00Z', ['Desk <desk@reseller.example>']);
  await house.feedback(complaint);
  await house.feedback(complaint);
  expect(await house.journal(licenceId)).not.toContain('MailsStopped');
  expect(await house.post.customers.get(`${customerId}-P`)).toMatchObject({ copiesStoppedOn: '2026-01-30' });
  await house.step('remind', { planId: plan.id, today, licenceId });
  expect(await house.deliver(licenceId, today)).toMatchObject([{ status: 'sent' }]);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane@customer.example']);
});

test('a mail about a transfer that comes back concerns the customer before, who got it', async () => {
  const { licenceId, customerId } = await pendingTo({ billing: true });
  await house.deliver(licenceId, today);
  const terms = { country: 'DE', customerKind: 'end-user' } as const;
  await applyActivity(
    house.post.licences,
    licenceId,
    { on: civilDate(today), activity: 'transfer', to: 'C-1', terms, reason: 'sold' },
    civilDate(today),
  );
  await house.deliver(licenceId, today);
  const mails = await house.post.mails.mails(licenceId);
  const mailId = mails.find(({ kind }) => kind === 'transferred-away')?.mailId ?? '';
  expect(recipients(mailId)).toEqual([['jane@customer.example']]);
  await house.feedback(told('Bounce', mailId, 1, at, ['jane@customer.example']));
  await house.deliver(licenceId, today);
  expect(recipients(mailId)).toEqual([['jane@customer.example'], ['bills@customer.example']]);
  expect((await house.post.customers.get(customerId))?.undeliverable).toHaveLength(1);
  expect((await house.post.customers.get('C-1'))?.undeliverable ?? []).toEqual([]);
});
