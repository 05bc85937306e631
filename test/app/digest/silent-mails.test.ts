import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MailReports } from '../../../adapters/dynamodb/mails/mail-reports.ts';
import { AwaitedReports } from '../../../adapters/dynamodb/runs/awaited-reports.ts';
import { silentMails, type SilentMails, type SilentSources } from '../../../app/digest/silent-mails.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma as plan } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';
import { sesReport } from '../../support/mail/ses-report.ts';

let house: House;
let sources: SilentSources;
/** Where the last digest of the test stopped. */
let through: string | undefined;

beforeAll(async () => {
  house = await openHouse();
  sources = {
    awaited: new AwaitedReports(house.documents, process.env),
    reports: new MailReports(house.documents, process.env),
  };
});
afterAll(() => house.cloud.stop());
/** Each test has a year of its own. */
let year = 2030;
beforeEach(() => {
  house.cloud.treatments.length = 0;
  year += 1;
  through = `${year}-01-01`;
});
const at = (day: string) => `${year}-${day}T16:00:00Z`;
const sentAt = (day: string) => Date.parse(`${year}-${day}T06:00:00Z`);

async function digest(day: string, most?: number): Promise<SilentMails> {
  const silent = await silentMails(sources, through, at(day), most);
  ({ through } = silent);
  return silent;
}

/** A licence whose bill waits in its outbox. */
async function billed(): Promise<{ licenceId: string; mailId: string }> {
  const licenceId = await house.licence(plan, { coverEnds: '2026-01-30' });
  await house.runDay(plan, licenceId, '2026-01-30');
  await house.step('issue-invoice', { planId: plan.id, today: '2026-01-31', licenceId });
  const [mailId = ''] = (await house.stored(licenceId)).outbox;
  return { licenceId, mailId };
}

/** The same, with SES having taken the bill. */
async function sent(day: string): Promise<{ licenceId: string; mailId: string }> {
  const bill = await billed();
  await house.deliver(bill.licenceId, `${year}-${day}`, sentAt(day));
  return bill;
}

type Report = Parameters<typeof sesReport>;

const report = (...rest: Report extends [string, ...infer Rest] ? Rest : never) =>
  sesReport(plan.id, ...rest);

test('a digest of a past day leaves what was sent again since to a later one', async () => {
  const { mailId } = await sent('03-01');
  await new AwaitedReports(house.documents, process.env).note([mailId], sentAt('03-10'));
  expect(await digest('03-05')).toMatchObject({ count: 0 });
  expect(await digest('03-14')).toMatchObject({ count: 1, named: [{ mailId }] });
});

test('a bill that SES never reports on is listed once, three days after it was sent, with its number', async () => {
  const { licenceId, mailId } = await sent('03-01');
  expect(await digest('03-03')).toMatchObject({ count: 0, sent: 0 });
  expect(await digest('03-04')).toEqual({
    named: [
      {
        mailId,
        licenceId,
        kind: 'invoice',
        sentOn: `${year}-03-01` as CivilDate,
        number: expect.stringMatching(/^SMA-\d{4}-\d{5}$/) as string,
      },
    ],
    count: 1,
    sent: 1,
    stoppedAt: undefined,
    through: expect.stringContaining(`${year}-03-01T06:00:00.000Z#`) as string,
  });
  expect(await digest('03-05')).toMatchObject({ count: 0, sent: 0 });
});

test('the same digest, made twice, lists the same: only one that was sent moves on', async () => {
  const { mailId } = await sent('03-01');
  const before = through;
  for (const day of ['03-04', '03-04', '03-09'])
    expect((await silentMails(sources, before, at(day))).named).toMatchObject([{ mailId }]);
});

test.each([
  ['a delivery', 'Delivery', 0],
  ['a bounce for the moment', 'Bounce', 0],
  ['a complaint', 'Complaint', 0],
  ['no more than that SES is still trying', 'DeliveryDelay', 1],
] as const)('after %s, a bill that SES took is silent or not', async (_, eventType, count) => {
  const { mailId } = await sent('03-01');
  await house.feedback(report(eventType, mailId, 1, at('03-01')));
  expect(await digest('03-04')).toMatchObject({ count, sent: 1 });
});

test('a bill that came back and went to the next contact without a word of SES is listed once, for the second send', async () => {
  const customer = await house.post.customers.get('C-1');
  if (customer === undefined) throw new Error('customer C-1 is not in the table');
  await house.post.customers.put({ ...customer, billingEmail: 'bills@customer.example' });
  const { licenceId, mailId } = await sent('03-01');
  await house.feedback(report('Bounce', mailId, 1, at('03-01'), ['bills@customer.example']));
  await house.deliver(licenceId, `${year}-03-02`, sentAt('03-02'));
  expect(await digest('03-04')).toMatchObject({ count: 0 });
  expect((await digest('03-05')).named).toMatchObject([{ mailId, sentOn: `${year}-03-02` }]);
  await house.feedback(report('Delivery', mailId, 2, at('03-02')));
  expect((await silentMails(sources, undefined, at('03-08'))).named.map((mail) => mail.mailId)).not.toContain(
    mailId,
  );
});

test('a mail that may or may not have gone out is not listed: the run names it', async () => {
  const { licenceId } = await billed();
  house.cloud.treatments.push('accept and cut off');
  await house.deliver(licenceId, `${year}-03-01`, sentAt('03-01'));
  expect(await digest('03-04')).toMatchObject({ count: 0, sent: 0 });
});

test('a reminder that its reader could stop is not listed', async () => {
  const licenceId = await house.licence(netjapanMaintenance, { coverEnds: '2026-03-31' });
  await house.runDay(netjapanMaintenance, licenceId, '2026-01-30', 'deliver-mail');
  await house.deliver(licenceId, `${year}-03-01`, sentAt('03-01'));
  expect(house.cloud.posted.at(-1)?.mailId).toContain(licenceId);
  expect(await digest('03-04')).toMatchObject({ count: 0, sent: 0 });
});

test('a digest that does not look at all mails says where it stops, and the next goes on from there', async () => {
  const [one, other] = [await sent('03-01'), await sent('03-02')];
  /** A page for each note. */
  const between: SilentSources['awaited']['between'] = async function* (after, until) {
    for await (const notes of sources.awaited.between(after, until)) for (const note of notes) yield [note];
  };
  const first = await silentMails({ ...sources, awaited: { between } }, through, at('03-09'), 1);
  expect(first).toMatchObject({ named: [{ mailId: one.mailId }], stoppedAt: `${year}-03-01T06:00:00.000Z` });
  const second = await silentMails(sources, first.through, at('03-09'));
  expect(second.named).toMatchObject([{ mailId: other.mailId }]);
  expect(second.stoppedAt).toBeUndefined();
});

test('a digest that missed days lists what they would have listed', async () => {
  const mails = [await sent('03-01'), await sent('03-02'), await sent('03-03')];
  const { named, count } = await digest('03-12');
  expect(count).toBe(3);
  expect(named.map(({ mailId }) => mailId)).toEqual(mails.map(({ mailId }) => mailId));
});

test('a run notes the bills of licences side by side in one write, before SES is asked to take the first', async () => {
  const bills = [await billed(), await billed(), await billed()];
  const licenceIds = bills.map(({ licenceId }) => licenceId);
  const licences = licenceIds.map((licenceId) => ({ licenceId, customerId: 'C-1' }));
  const posted = house.cloud.posted.length;
  const noted: { readonly mailIds: readonly string[]; readonly posted: number }[] = [];
  house.cloud.beforeDynamo = (operation, request) => {
    const { Item } = request as { Item?: { planId?: { S: string }; mailIds?: { L: { S: string }[] } } };
    if (operation === 'PutItem' && Item?.planId?.S === '#awaited') {
      const mailIds = (Item.mailIds?.L ?? []).map(({ S }) => S);
      noted.push({ mailIds, posted: house.cloud.posted.length });
    }
    return Promise.resolve();
  };
  await house.call('deliver-mail', {
    planId: plan.id,
    today: '2026-01-31',
    licences,
    todo: [{ step: 'deliver-mail', licenceIds }],
  });
  house.cloud.beforeDynamo = () => Promise.resolve();
  expect(noted).toEqual([
    { mailIds: expect.arrayContaining(bills.map(({ mailId }) => mailId)) as string[], posted },
  ]);
  expect(house.cloud.posted.length).toBe(posted + 3);
});
