import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { register } from '../../../domain/licence/register.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { licenceIdIn, type Mail } from '../../../adapters/dynamodb/mails/mail-item.ts';
import {
  markAccepted,
  claim,
  markUnknown,
  putBack,
  markSent,
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

/** The mail as whoever claims it has it. */
async function claimed(mail: Mail): Promise<Mail> {
  const move = claim(mail, 'pending', 'technical', now);
  return { ...(await mails.move(move)), ...move.set };
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

test('a sent mail has the id that SES knows it by, and nobody can claim it', async () => {
  const mail = await pending();
  await mails.move(markSent(await claimed(mail), 'ses-1', today));
  expect(await again(mail)).toMatchObject({ status: 'sent', messageId: 'ses-1', sentOn: today });
  await expect(mails.move(claim(await again(mail), 'pending', 'technical', now))).rejects.toMatchObject(
    lostRace,
  );
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
  const claim = await claimed(mail);
  await mails.move(markUnknown(await again(mail), now, 'because'));
  await mails.move(markSent(claim, 'ses-1', today));
  expect((await again(mail)).status).toBe('sent');
});

test('a sent mail cannot be given up or released', async () => {
  const mail = await pending();
  const claim = await claimed(mail);
  await mails.move(markSent(claim, 'ses-1', today));
  await expect(mails.move(markUnknown(claim, now, 'because'))).rejects.toMatchObject(lostRace);
  await expect(mails.move(putBack(claim, 'because'))).rejects.toMatchObject(lostRace);
  expect((await again(mail)).status).toBe('sent');
});

test('a sender whose mail another has claimed since has no more say in it', async () => {
  const mail = await pending();
  const first = await claimed(mail);
  await mails.move(putBack(first, 'because'));
  await claimed(await again(mail));
  await expect(mails.move(markSent(first, 'ses-1', today))).rejects.toMatchObject(lostRace);
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

test('what SES tells of a mail is kept whatever comes first, and does not undo what its sender knows', async () => {
  const mail = await pending();
  const claim = await claimed(mail);
  const [first, second] = ['2026-03-02', '2026-03-03'].map(civilDate);
  await mails.move(markAccepted(claim, 'ses-2', civilDate('2026-03-02'), { bouncedOn: first }));
  await mails.move(markAccepted(claim, 'ses-2', civilDate('2026-03-03'), { deliveredOn: second }));
  await mails.move(markAccepted(claim, 'ses-2', civilDate('2026-03-04'), { deliveredOn: first }));
  await mails.move(markSent(claim, 'ses-1', today));
  const sent = await again(mail);
  expect(sent).toMatchObject({ status: 'sent', messageId: 'ses-1', sentOn: today });
  expect(sent).toMatchObject({ bouncedOn: first, deliveredOn: second });
  expect(sent).not.toHaveProperty('leaseUntil');
});

test('of a mail that is being sent once more, an earlier attempt has no more to say', async () => {
  const mail = await pending();
  const first = await claimed(mail);
  await mails.move(markUnknown(first, now, 'because'));
  await mails.move(claim(await again(mail), 'unknown', 'technical', now));
  await expect(mails.move(markAccepted(first, 'ses-1', today, {}))).rejects.toMatchObject(lostRace);
});
