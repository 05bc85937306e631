import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../domain/calendar.ts';
import { register } from '../../domain/register.ts';
import { documentClient } from '../../lambdas/adapters/clients.ts';
import { LicenceStore } from '../../lambdas/adapters/licence-store.ts';
import type { Mail } from '../../lambdas/adapters/mail-item.ts';
import { MailStore } from '../../lambdas/adapters/mail-store.ts';
import { videoSma as plan } from '../../plans/video-sma.ts';
import { factsOf } from '../support/play.ts';
import { openCloud, type TestCloud } from './support/cloud.ts';

let cloud: TestCloud;
let licences: LicenceStore;
let mails: MailStore;
let count = 0;

beforeAll(async () => {
  cloud = await openCloud();
  const documents = documentClient();
  licences = new LicenceStore(documents, process.env, (event) =>
    event.type === 'LicenceRegistered' ? 'welcome' : undefined,
  );
  mails = new MailStore(documents, process.env);
});
afterAll(() => cloud.stop());

const today = civilDate('2026-03-01');
const now = Date.UTC(2026, 2, 1);

async function pending(licenceId = `L-${(count += 1)}`): Promise<Mail> {
  const { outbox } = await licences.commit(plan, undefined, register(plan, factsOf(plan, { licenceId })));
  return mails.mail(licenceId, outbox[0] ?? '');
}

function again({ licenceId, mailId }: Mail): Promise<Mail> {
  return mails.mail(licenceId, mailId);
}

const lostRace = { name: 'ConcurrentChange' };

test('of two that claim a mail one gets it', async () => {
  const mail = await pending();
  const claims = await Promise.allSettled([mails.claim(mail, now), mails.claim(mail, now)]);
  expect(claims.map((claim) => claim.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await again(mail)).toMatchObject({ status: 'sending', attempts: 1 });
});

test('a sent mail has the id that SES knows it by, and nobody can claim it', async () => {
  const mail = await pending();
  await mails.markSent(await mails.claim(mail, now), 'ses-1', today);
  expect(await again(mail)).toMatchObject({ status: 'sent', messageId: 'ses-1', sentOn: today });
  await expect(mails.claim(await again(mail), now)).rejects.toMatchObject(lostRace);
});

test('a rejected mail waits again, and keeps the reason', async () => {
  const mail = await pending();
  await mails.release(await mails.claim(mail, now), 'because');
  const released = await again(mail);
  expect(released).toMatchObject({ status: 'pending', reason: 'because' });
  expect(await mails.claim(released, now)).toMatchObject({ status: 'sending', attempts: 2 });
});

test('a mail that was given up counts as sent when the answer comes after all', async () => {
  const mail = await pending();
  const claimed = await mails.claim(mail, now);
  await mails.markUnknown(await again(mail), 'because');
  await mails.markSent(claimed, 'ses-1', today);
  expect((await again(mail)).status).toBe('sent');
});

test('a sent mail cannot be given up or released', async () => {
  const mail = await pending();
  const claimed = await mails.claim(mail, now);
  await mails.markSent(claimed, 'ses-1', today);
  await expect(mails.markUnknown(claimed, 'because')).rejects.toMatchObject(lostRace);
  await expect(mails.release(claimed, 'because')).rejects.toMatchObject(lostRace);
  expect((await again(mail)).status).toBe('sent');
});

test('a sender whose mail another has claimed since has no more say in it', async () => {
  const mail = await pending();
  const first = await mails.claim(mail, now);
  await mails.claim(await mails.release(first, 'because'), now);
  await expect(mails.markSent(first, 'ses-1', today)).rejects.toMatchObject(lostRace);
  expect(await again(mail)).toMatchObject({ status: 'sending', attempts: 2 });
});

test('the id of a mail is fit to be a tag of SES, and no two licences share one', async () => {
  const ids = [];
  for (const licenceId of ['K/1', 'K_1', 'K 1', 'K%1', 'Kä1', 'K(1)', 'K-1', 'K_2F1']) {
    ids.push((await pending(licenceId)).mailId);
  }
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
