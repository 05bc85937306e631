import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { instant } from '../../../domain/time/instant.ts';
import { claim } from '../../../adapters/dynamodb/mails/mail-moves.ts';
import { deliverPending } from '../../../app/mailing/deliver.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';
import { applyActivity } from '../../support/application/apply-activity.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());
beforeEach(() => {
  house.cloud.beforeDynamo = () => Promise.resolve();
  house.cloud.treatments.length = 0;
});

const today = '2026-01-30';
const minute = 60_000;
const hour = 60 * minute;

/** A licence that a quote has just been committed for; its mail waits. */
async function quoted(): Promise<{ licenceId: string; mailId: string }> {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  const [mailId = ''] = (await house.stored(licenceId)).outbox;
  return { licenceId, mailId };
}

function posted(mailId: string): number {
  return house.cloud.posted.filter((mail) => mail.mailId === mailId).length;
}

test('a mail that an event calls for goes to the customer once', async () => {
  const { licenceId, mailId } = await quoted();
  const input = { planId: plan.id, today, licenceId };
  expect(await house.step('deliver-mail', input)).toMatchObject({ decided: `sent: ${mailId}` });
  expect(await house.step('deliver-mail', input)).toMatchObject({ decided: 'nothing to do' });
  expect(posted(mailId)).toBe(1);
  expect(house.cloud.posted.find((mail) => mail.mailId === mailId)?.destinations).toEqual([
    'jane@customer.example',
  ]);
  expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({ status: 'sent', sentOn: today });
});

test('a mail that was committed and then left waiting is delivered by the next run', async () => {
  const { licenceId, mailId } = await quoted();
  expect((await house.stored(licenceId)).dueOn).toBe(today);
  const input = { planId: plan.id, today: '2026-01-31', licenceId };
  expect(await house.step('assess', input)).toMatchObject({
    todo: [{ step: 'remind' }, { step: 'deliver-mail', licenceIds: [licenceId] }],
  });
  await house.runDay(plan, licenceId, '2026-01-31');
  expect(posted(mailId)).toBe(1);
  expect(await house.journal(licenceId)).toContain('ReminderIssued');
});

test('of two that deliver at the same time one sends', async () => {
  const { licenceId, mailId } = await quoted();
  await Promise.allSettled([house.deliver(licenceId, today), house.deliver(licenceId, today)]);
  expect(posted(mailId)).toBe(1);
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('sent');
});

test('a mail that another is sending is left to it, and no failure: the next run looks at it', async () => {
  const { licenceId, mailId } = await quoted();
  await house.post.mails.move(
    claim(await house.post.mails.mail(licenceId, mailId), 'pending', 'technical', {
      today: civilDate(today),
      now: 0,
    }),
  );
  expect(await house.deliver(licenceId, today, minute)).toMatchObject([{ mailId, status: 'sending' }]);
  const input = { planId: plan.id, today, licenceId };
  expect(await house.step('assess', input)).not.toMatchObject({ next: 'deliver-mail' });
  expect(await house.stored(licenceId)).toMatchObject({ outbox: [mailId], mailsOn: '2026-01-31' });
  expect(posted(mailId)).toBe(0);
});

test('a sender that died after SES took the mail leaves it unknown, and in the outbox', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.beforeDynamo = (operation, request) => {
    const dies = operation === 'PutItem' && JSON.stringify(request).includes('"outbox"');
    return dies ? Promise.reject(new Error('the process died')) : Promise.resolve();
  };
  await expect(house.deliver(licenceId, today, 0)).rejects.toThrow();
  expect(posted(mailId)).toBe(1);
  house.cloud.beforeDynamo = () => Promise.resolve();

  expect(await house.deliver(licenceId, today, minute)).toMatchObject([{ mailId, status: 'sending' }]);
  expect(await house.deliver(licenceId, today, 10 * minute)).toMatchObject([{ mailId, status: 'unknown' }]);
  expect(await house.deliver(licenceId, today, 20 * minute)).toMatchObject([{ mailId, status: 'unknown' }]);
  expect(posted(mailId)).toBe(1);
  expect((await house.stored(licenceId)).outbox).toEqual([mailId]);
});

test('an unknown mail fails nothing: the run does what else is due, and its summary names the mail', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('accept and cut off');
  await house.runDay(plan, licenceId, today);
  expect(posted(mailId)).toBe(1);
  expect(await house.journal(licenceId)).toContain('ReminderIssued');
  expect(await house.stored(licenceId)).toMatchObject({ outbox: [mailId], dueOn: '2026-01-31' });
  expect(
    await house.runs.mailNotes({ planId: plan.id, today: civilDate(today), execution: 'the-execution' }),
  ).toMatchObject([{ licenceId, mailId, status: 'unknown' }]);
});

test('an unknown offer is sent again when SES has reported nothing for an hour, and the journal records it', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('accept and cut off');
  await house.deliver(licenceId, today, 0);
  expect(await house.deliver(licenceId, today, hour - 1)).toMatchObject([{ status: 'unknown' }]);
  expect(await house.journal(licenceId)).not.toContain('MailSentAgain');

  expect(await house.deliver(licenceId, '2026-01-31', hour)).toEqual([{ mailId, status: 'sent' }]);
  expect(posted(mailId)).toBe(2);
  expect((await house.post.licences.events(licenceId)).at(-1)).toMatchObject({
    type: 'MailSentAgain',
    date: '2026-01-31',
    mailId,
    kind: 'quote',
  });
  expect((await house.stored(licenceId)).outbox).toEqual([]);
});

test('an unknown invoice is held for the operator: nobody is billed twice', async () => {
  const licenceId = await house.licence(videoSma, { coverEnds: '2026-01-30' });
  await house.runDay(videoSma, licenceId, today);
  await house.step('issue-invoice', { planId: videoSma.id, today: '2026-01-31', licenceId });
  const [mailId = ''] = (await house.stored(licenceId)).outbox;
  house.cloud.treatments.push('accept and cut off');
  await house.deliver(licenceId, '2026-01-31', 0);

  expect(await house.deliver(licenceId, '2026-02-01', hour)).toMatchObject([{ mailId, status: 'held' }]);
  expect(posted(mailId)).toBe(1);
  expect((await house.post.licences.events(licenceId)).at(-1)).toMatchObject({ type: 'MailHeld', mailId });
  expect((await house.stored(licenceId)).outbox).toEqual([]);
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('held');
});

test('a mail that was sent again twice in vain is held too', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('accept and cut off', 'accept and cut off', 'accept and cut off');
  for (const hours of [0, 1, 2]) {
    expect(await house.deliver(licenceId, today, hours * hour)).toMatchObject([{ status: 'unknown' }]);
  }
  expect(await house.deliver(licenceId, today, 3 * hour)).toMatchObject([{ status: 'held' }]);
  expect(posted(mailId)).toBe(3);
});

test('an unknown offer that its reader has stopped since is skipped, and still says that it may have gone out', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('accept and cut off');
  await house.deliver(licenceId, today, 0);
  const stop = { on: civilDate(today), activity: 'stop-mails', by: 'complaint', scope: 'customer' } as const;
  await applyActivity(house.post.licences, licenceId, stop, civilDate(today));

  const because = expect.stringMatching(/^it may have gone out, and reminders, .* were stopped on/) as string;
  expect(await house.deliver(licenceId, today, hour)).toEqual([{ mailId, status: 'skipped', because }]);
  expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({
    status: 'skipped',
    reason: because,
  });
  expect(posted(mailId)).toBe(1);
});

test('of two that send an unknown mail again one does', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('accept and cut off');
  await house.deliver(licenceId, today, 0);
  const both = [house.deliver(licenceId, today, hour), house.deliver(licenceId, today, hour)];
  await Promise.allSettled(both);
  expect(posted(mailId)).toBe(2);
  expect((await house.journal(licenceId)).filter((type) => type === 'MailSentAgain')).toHaveLength(1);
});

test('a rejected mail is reported without an address, and goes out when it is tried again', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('reject');
  const rejected = house.deliver(licenceId, today);
  await expect(rejected).rejects.toThrow(`mail ${mailId} was rejected`);
  await expect(rejected).rejects.not.toThrow('jane');
  expect((await house.stored(licenceId)).outbox).toEqual([mailId]);

  expect(await house.deliver(licenceId, today)).toEqual([{ mailId, status: 'sent' }]);
  expect(posted(mailId)).toBe(1);
});

test('a mail that SES rejects does not hold up the others of the licence', async () => {
  const { licenceId, mailId } = await quoted();
  await house.step('remind', { planId: plan.id, today, licenceId });
  const [, other = ''] = (await house.stored(licenceId)).outbox;
  house.cloud.treatments.push('reject');
  await expect(house.deliver(licenceId, today)).rejects.toThrow(mailId);
  expect(posted(other)).toBe(1);
  expect((await house.stored(licenceId)).outbox).toEqual([mailId]);
});

test('a mail that was sent before the account may send no more has left the outbox', async () => {
  const { licenceId, mailId } = await quoted();
  await house.step('remind', { planId: plan.id, today, licenceId });
  const [, other = ''] = (await house.stored(licenceId)).outbox;
  house.cloud.treatments.push('accept', 'not verified');
  await expect(house.deliver(licenceId, today)).rejects.toMatchObject({ name: 'AccountTrouble' });
  expect(posted(mailId)).toBe(1);
  expect((await house.stored(licenceId)).outbox).toEqual([other]);
});

test('a mail that comes too fast for SES goes out once, after a pause', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('throttle');
  expect(await house.deliver(licenceId, today)).toEqual([{ mailId, status: 'sent' }]);
  expect(posted(mailId)).toBe(1);
});

test('where the account may not send, mails wait for the next run, nobody is parked, and SES is asked once', async () => {
  const [one, other] = [await quoted(), await quoted()];
  house.cloud.treatments.push('not verified', 'not verified');
  const run = { planId: plan.id, today: civilDate(today), execution: 'in-the-sandbox' };
  const licenceIds = [one.licenceId, other.licenceId];
  const licences = licenceIds.map((licenceId) => ({ licenceId, customerId: 'C-1' }));
  const batch = { ...run, licences, todo: [{ step: 'deliver-mail', licenceIds }] };
  await house.call('deliver-mail', batch);
  const waits = {
    decided: 'mail waits for the next run',
    because: expect.stringContaining('not verified') as string,
  };
  expect(await house.step('deliver-mail', { ...run, licenceId: one.licenceId })).toMatchObject(waits);
  expect(await house.runs.trouble(run)).toContain('not verified');
  expect(await house.runs.failures(run)).toEqual([]);
  for (const { licenceId, mailId } of [one, other]) {
    expect(await house.stored(licenceId)).toMatchObject({ outbox: [mailId], mailsOn: '2026-01-31' });
    expect((await house.stored(licenceId)).parked).toBeUndefined();
  }
  house.cloud.treatments.length = 0;
  expect(await house.deliver(one.licenceId, '2026-01-31')).toMatchObject([{ status: 'sent' }]);
});

test('a mail that cannot be written stays pending', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId: 'C-GONE' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  await expect(house.deliver(licenceId, today)).rejects.toThrow('there is no customer C-GONE');
  expect(await house.post.mails.mails(licenceId)).toMatchObject([{ status: 'pending', attempts: 0 }]);
});

describe('where this stage may not mail everybody', () => {
  const officeFor = (mailsOnlyTo: string) =>
    openMailing(house.documents, { ...process.env, [environment.mailsOnlyTo]: mailsOnlyTo });
  const deliver = (mailsOnlyTo: string, licenceId: string) =>
    deliverPending(officeFor(mailsOnlyTo), licenceId, civilDate(today), 0);

  test('a mail to anybody else is skipped with the reason, waits no longer, and fails nothing', async () => {
    const { licenceId, mailId } = await quoted();
    const [delivery] = await deliver('vendor.example jane@customer.example.org', licenceId);
    expect(delivery).toMatchObject({ mailId, status: 'skipped' });
    expect(delivery?.because).toContain('mailsOnlyTo in perennial.config.ts');
    expect(posted(mailId)).toBe(0);
    expect((await house.stored(licenceId)).outbox).toEqual([]);
    expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({ status: 'skipped', attempts: 0 });
  });

  test.each(['jane@customer.example', 'other.example customer.example'])(
    'one that is for %s goes out',
    async (mailsOnlyTo) => {
      const { licenceId, mailId } = await quoted();
      expect(await deliver(mailsOnlyTo, licenceId)).toEqual([{ mailId, status: 'sent' }]);
      expect(posted(mailId)).toBe(1);
    },
  );

  test('one of unknown fate is not sent again to anybody else', async () => {
    const { licenceId, mailId } = await quoted();
    house.cloud.treatments.push('accept and cut off');
    await house.deliver(licenceId, today, 0);
    const later = deliverPending(officeFor('vendor.example'), licenceId, civilDate(today), hour);
    expect(await later).toMatchObject([{ mailId, status: 'skipped' }]);
    expect(posted(mailId)).toBe(1);
  });

  test('one of which a copy goes to anybody else is skipped', async () => {
    const jane = await house.post.customers.get('C-1');
    if (jane === undefined) throw new Error('no customer');
    await house.post.customers.put({ ...jane, customerId: 'C-P', email: 'desk@partner.example' });
    await house.post.customers.put({ ...jane, customerId: 'C-3', partnerId: 'C-P' });
    const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId: 'C-3' });
    await house.step('quote', { planId: plan.id, today, licenceId });
    expect(await deliver('customer.example', licenceId)).toMatchObject([{ status: 'skipped' }]);
  });
});

test('a copy goes to the partner', async () => {
  const jane = await house.post.customers.get('C-1');
  if (jane === undefined) throw new Error('no customer');
  await house.post.customers.put({
    ...jane,
    customerId: 'C-R',
    email: 'desk@reseller.example',
    kind: 'reseller',
  });
  await house.post.customers.put({ ...jane, customerId: 'C-2', partnerId: 'C-R' });
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId: 'C-2' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  await house.deliver(licenceId, today);
  expect(house.cloud.posted.at(-1)?.destinations).toEqual(['jane@customer.example', 'desk@reseller.example']);
});

test('a mail that is sent before the quote names it by its printed number too', async () => {
  const licenceId = await house.licence(smartertools, { coverEnds: '2025-12-31' });
  const at = instant(`${today}T10:00:00-07:00`);
  const on = civilDate(today);
  await applyActivity(
    house.post.licences,
    licenceId,
    { on, activity: 'open-ticket', at, emergency: false },
    on,
  );
  const before = house.cloud.posted.length;
  await house.deliver(licenceId, today);
  const sent = house.cloud.posted.slice(before);
  const texts = await Promise.all(sent.map(async ({ message }) => (await simpleParser(message)).text ?? ''));
  expect(texts.filter((text) => text.includes('our quote STM-Q-2026-00001'))).toHaveLength(2);
  for (const text of texts) expect(text).not.toContain(`${licenceId}-Q1`);
});
