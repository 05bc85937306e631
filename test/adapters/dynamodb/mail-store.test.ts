import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { register } from '../../../domain/licence/register.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { licenceIdIn, type Mail } from '../../../adapters/dynamodb/mails/mail-item.ts';
import {
  claim,
  markAccepted,
  markUnknown,
  putBack,
  retryAfterBounce,
} from '../../../adapters/dynamodb/mails/mail-moves.ts';
import { MailStore } from '../../../adapters/dynamodb/mails/mail-store.ts';
import { videoSma as plan } from '../../../plans/video-sma.ts';
import { factsOf } from '../../support/application/play.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let licences: LicenceStore;
let mails: MailStore;
let count = 0;

beforeAll(async () => {
  cloud = await openCloud();
  const documents = documentClient();
  licences = new LicenceStore(documents, process.env, (event) =>
    event.type === 'LicenceRegistered' ? ['welcome'] : [],
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

/** The mail as whoever claims it has it. */
async function claimed(mail: Mail): Promise<Mail> {
  const move = claim(mail, 'pending', 'technical', { today, now });
  await mails.move(move);
  return { ...mail, ...move.set };
}

/** Takes the mail out of its outbox, as its sender does when SES has taken it. */
async function settle({ licenceId, mailId }: Mail): Promise<void> {
  const stored = await licences.load(licenceId);
  if (stored !== undefined) await licences.settle(plan, stored, [mailId]);
}

function again({ licenceId, mailId }: Mail): Promise<Mail> {
  return mails.mail(licenceId, mailId);
}

const lostRace = { name: 'ConcurrentChange' };

test('of two that claim a mail one gets it', async () => {
  const mail = await pending();
  const claims = await Promise.allSettled([claimed(mail), claimed(mail)]);
  expect(claims.map((claim) => claim.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await again(mail)).toMatchObject({ status: 'sending', attempts: 1 });
});

test('a mail that is in doubt and has left the outbox was sent, and nobody can claim it', async () => {
  const mail = await pending();
  await settle(await claimed(mail));
  expect(await again(mail)).toMatchObject({ status: 'sent', sentOn: today });
  const moment = { today, now };
  await expect(mails.move(claim(await again(mail), 'pending', 'technical', moment))).rejects.toMatchObject(
    lostRace,
  );
});

test('a mail has no item before its first attempt', async () => {
  const mail = await pending();
  expect(mail).toMatchObject({ status: 'pending', attempts: 0, kind: 'welcome', version: 1 });
  expect(await mails.findAttempted(mail.licenceId, [mail.mailId], mail.mailId)).toBeUndefined();
});

test('a rejected mail waits again, and keeps the reason', async () => {
  const mail = await pending();
  await mails.move(putBack(await claimed(mail), 'because'));
  const released = await again(mail);
  expect(released).toMatchObject({ status: 'pending', reason: 'because' });
  expect(await claimed(released)).toMatchObject({ status: 'sending', attempts: 2 });
});

test('a mail that was given up counts as sent when the answer comes after all', async () => {
  const mail = await pending();
  await mails.move(markUnknown(await claimed(mail), now, 'because'));
  await settle(mail);
  expect((await again(mail)).status).toBe('sent');
});

test('a sender whose mail another has claimed since cannot put it back', async () => {
  const mail = await pending();
  const first = await claimed(mail);
  await mails.move(putBack(first, 'because'));
  await claimed(await again(mail));
  await expect(mails.move(putBack(first, 'because'))).rejects.toMatchObject(lostRace);
  expect(await again(mail)).toMatchObject({ status: 'sending', attempts: 2 });
});

test('the id of a mail is fit to be a tag of SES, and says which licence it is of', async () => {
  const ids = [];
  const licenceIds = ['K/1', 'K_1', 'K 1', 'K%1', 'Kä1', 'K(1)', 'K-1', 'K_2F1', 'K-00000001-quote', '許可'];
  for (const licenceId of licenceIds) ids.push((await pending(licenceId)).mailId);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(ids.map(licenceIdIn)).toEqual(licenceIds);
});

test('a tag of another sender names no licence', () => {
  for (const tag of ['', 'newsletter', 'L-1/2026/invoice', 'K_ZZ-00000001-quote', 'K_E4-00000001-quote']) {
    expect(licenceIdIn(tag)).toBeUndefined();
  }
});

test('what SES reports on a mail is kept in whatever order it comes', async () => {
  const mail = await pending();
  const claim = await claimed(mail);
  const [first, second] = ['2026-03-02', '2026-03-03'].map(civilDate);
  await mails.move(markAccepted(claim, 'ses-1', civilDate('2026-03-02'), { bouncedOn: first }));
  await mails.move(markAccepted(claim, 'ses-2', civilDate('2026-03-03'), { deliveredOn: second }));
  await mails.move(markAccepted(claim, 'ses-2', civilDate('2026-03-04'), { deliveredOn: first }));
  await settle(mail);
  const sent = await again(mail);
  expect(sent).toMatchObject({ status: 'sent', messageId: 'ses-1', sentOn: today });
  expect(sent).toMatchObject({ bouncedOn: first, deliveredOn: second });
  expect(sent).not.toHaveProperty('leaseUntil');
});

test('of a mail that is being sent once more, an earlier attempt has no more to say', async () => {
  const mail = await pending();
  const first = await claimed(mail);
  await mails.move(markUnknown(first, now, 'because'));
  await mails.move(claim(await again(mail), 'unknown', 'technical', { today, now }));
  await expect(mails.move(markAccepted(first, 'ses-1', today, {}))).rejects.toMatchObject(lostRace);
});

test('feedback that was read before an attempt came back does not take the mail for sent', async () => {
  const attempt = await claimed(await pending());
  await mails.move(retryAfterBounce(attempt, today));
  await expect(mails.move(markAccepted(attempt, 'message-1', today, {}))).rejects.toMatchObject(lostRace);
  expect(await again(attempt)).toMatchObject({ status: 'pending', bouncedAttempt: 1 });
});
