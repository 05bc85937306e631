import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { netjapanMaintenance as plan } from '../../plans/netjapan-maintenance.ts';
import { type House, openHouse } from './support/house.ts';

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

/** DynamoDB fails the next write of a mail that leaves it in this status: as if the process died before it. */
function dieBefore(status: string): void {
  house.cloud.beforeDynamo = (operation, request) => {
    const dies = operation === 'PutItem' && JSON.stringify(request).includes(`"status":{"S":"${status}"}`);
    return dies ? Promise.reject(new Error('the process died')) : Promise.resolve();
  };
}

test('a mail that an event calls for goes to the customer once', async () => {
  const { licenceId, mailId } = await quoted();
  const input = { planId: plan.id, today, licenceId };
  expect(await house.step('deliver-mail', input)).toMatchObject({ ...input, decided: `deliver: ${mailId}` });
  expect(await house.step('deliver-mail', input)).toMatchObject({ decided: 'nothing to do' });
  expect(posted(mailId)).toBe(1);
  expect(house.cloud.posted.find((mail) => mail.mailId === mailId)?.destinations).toEqual([
    'jane@customer.example',
  ]);
  expect(await house.post.mails.mail(licenceId, mailId)).toMatchObject({ status: 'sent', sentOn: today });
});

test('a mail that was committed and then left lying is delivered by the next run, before anything else', async () => {
  const { licenceId, mailId } = await quoted();
  expect((await house.stored(licenceId)).dueOn).toBe(today);
  const input = { planId: plan.id, today: '2026-01-31', licenceId };
  expect(await house.step('assess', input)).toMatchObject({ next: 'deliver-mail' });
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

test('a mail that another is sending is left to it', async () => {
  const { licenceId, mailId } = await quoted();
  await house.post.mails.claim(await house.post.mails.mail(licenceId, mailId), 0);
  await expect(house.deliver(licenceId, today, minute)).rejects.toMatchObject({ name: 'ConcurrentChange' });
  expect(posted(mailId)).toBe(0);
});

test('a sender that died after SES took the mail leaves it unknown: it is reported, and not sent again', async () => {
  const { licenceId, mailId } = await quoted();
  dieBefore('sent');
  await expect(house.deliver(licenceId, today, 0)).rejects.toThrow();
  expect(posted(mailId)).toBe(1);
  house.cloud.beforeDynamo = () => Promise.resolve();

  await expect(house.deliver(licenceId, today, 10 * minute)).rejects.toThrow(
    `mail ${mailId} may have gone out`,
  );
  expect(await house.deliver(licenceId, today, 20 * minute)).toEqual([]);
  expect(posted(mailId)).toBe(1);
  expect((await house.post.mails.mail(licenceId, mailId)).status).toBe('unknown');
  expect((await house.stored(licenceId)).outbox).toEqual([]);
});

test('a sender that died after it marked the mail as sent leaves no more than its place in the outbox', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.beforeDynamo = (operation, request) => {
    const dies = operation === 'PutItem' && JSON.stringify(request).includes('"outbox"');
    return dies ? Promise.reject(new Error('the process died')) : Promise.resolve();
  };
  await expect(house.deliver(licenceId, today)).rejects.toThrow();
  house.cloud.beforeDynamo = () => Promise.resolve();

  expect(await house.deliver(licenceId, today)).toEqual([mailId]);
  expect(posted(mailId)).toBe(1);
  expect((await house.stored(licenceId)).outbox).toEqual([]);
});

test('a mail whose answer was cut off is reported, and not sent again', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('accept and cut off');
  await expect(house.deliver(licenceId, today)).rejects.toThrow(`mail ${mailId} may have gone out`);
  expect(await house.deliver(licenceId, today)).toEqual([]);
  expect(posted(mailId)).toBe(1);
});

test('a rejected mail is reported without an address, and goes out when it is tried again', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('reject');
  const rejected = house.deliver(licenceId, today);
  await expect(rejected).rejects.toThrow(`mail ${mailId} was rejected`);
  await expect(rejected).rejects.not.toThrow('jane');
  expect((await house.stored(licenceId)).outbox).toEqual([mailId]);

  expect(await house.deliver(licenceId, today)).toEqual([mailId]);
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

test('a throttled mail ends with the error that the workflow repeats, and then goes out once', async () => {
  const { licenceId, mailId } = await quoted();
  house.cloud.treatments.push('throttle');
  await expect(house.deliver(licenceId, today)).rejects.toMatchObject({ name: 'Throttled' });
  await house.deliver(licenceId, today);
  expect(posted(mailId)).toBe(1);
});

test('a mail that cannot be written stays pending', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31', customerId: 'C-GONE' });
  await house.step('quote', { planId: plan.id, today, licenceId });
  await expect(house.deliver(licenceId, today)).rejects.toThrow('there is no customer C-GONE');
  expect(await house.post.mails.mails(licenceId)).toMatchObject([{ status: 'pending', attempts: 0 }]);
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
